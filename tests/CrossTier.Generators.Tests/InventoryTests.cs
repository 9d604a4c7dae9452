using System.Text.RegularExpressions;
using CrossTier.Generators.Tests.Harness;
using CrossTier.Inventory;

namespace CrossTier.Generators.Tests;

/// <summary>The built assembly lists each of its calls: measured, refused, excused or in no scope.</summary>
public sealed class InventoryTests
{
    const string Ask = "Task M(IChatClient client) => client.GetResponseAsync(\"hello\");";

    [Fact]
    public void A_call_in_no_scope_is_unscoped()
    {
        var generation = Generation.Of($"class C {{ {Ask} }}");
        Assert.Equal("unscoped", Assert.Single(generation.Inventory).State);
        Assert.DoesNotContain("InterceptsLocation", generation.File);
        Assert.Null(generation.Startup);
    }

    [Fact]
    public void An_excused_call_keeps_its_reason()
    {
        var entry = Assert.Single(Generation.Of($"class C {{ [AiIgnore(\"warm-up,\\tnot \\\"billed\\\"\")] {Ask} }}").Inventory);
        Assert.Equal(("excused", "warm-up,\tnot \"billed\""), (entry.State, entry.Reason));
    }

    [Theory]
    [InlineData("[AiCall(\"outer\")] class C { [AiIgnore(\"inner\")] " + Ask + " }", "excused")]
    [InlineData("[AiIgnore(\"outer\")] class C { [AiCall(\"inner\")] " + Ask + " }", "measured")]
    [InlineData("[AiCall] interface I { " + Ask + " }", "measured")]
    [InlineData("[AiCall] record R(IChatClient Client) { public Task M() => Client.GetResponseAsync(\"hello\"); }", "measured")]
    [InlineData("partial class C { " + Ask + " } [AiCall] partial class C;", "measured")]
    [InlineData("[AiCall] class Outer { class Inner { " + Ask + " } }", "measured")]
    [InlineData("[AiCall] class Base; class Derived : Base { " + Ask + " }", "unscoped")]
    [InlineData("interface I { [AiCall] Task M(IChatClient client); } class C : I { public " + Ask + " }", "unscoped")]
    [InlineData(
        "class Base { [AiCall] public virtual Task M(IChatClient client) => Task.CompletedTask; } class C : Base { public override " + Ask + " }",
        "unscoped")]
    [InlineData("class C { [AiCall] event Action E { add { } remove { } } " + Ask + " }", "unscoped")]
    public void The_nearest_attribute_in_the_text_holds(string code, string state)
    {
        var generation = Generation.Of(code);
        Assert.Equal([state], generation.Inventory.Select(entry => entry.State));
    }

    [Theory]
    [InlineData("\"\"", "null")]
    [InlineData("\" \\t\"", "\"\\n\"")]
    [InlineData("null!", "null!")]
    public void A_blank_label_is_not_stated(string provider, string model)
    {
        var entry = Assert.Single(Generation.Of($"class C {{ [AiCall({provider}, {model}, Instance = \" \", Name = \"\")] {Ask} }}").Inventory);
        Assert.Equal("measured", entry.State);
        Assert.Equal((null, null), entry.Labels);
        Assert.Equal("C.M", entry.Call);
        Assert.DoesNotContain("instance", entry.Values.Keys);
    }

    [Fact]
    public void Labels_come_back_as_they_were_stated()
    {
        var entry = Assert.Single(Generation.Of("""[AiCall("p\t=\\\n\"", "m🚀\r", Instance = "i", Name = "n", Tier = AiTier.Local)] class C { """
            + Ask
            + " }").Inventory);
        Assert.Equal(("p\t=\\\n\"", "m🚀\r"), entry.Labels);
        Assert.Equal(("i", "n", "local"), (entry.Values["instance"], entry.Call, entry.Values["tier"]));
    }

    [Fact]
    public void Any_text_survives_the_escape()
    {
        string[] parts = ["", "\t", "\\", "\\t", "\n", "\r", "=", "a", "\"", "\u2028", "🚀", "\\\\n"];
        Assert.All(
            from one in parts from two in parts from three in parts select one + two + three,
            text => Assert.Equal(
                text,
                InventoryLine.Parse(InventoryLine.Write([new("a", "b"), new("text", text), new("none", null), new("c", text)]), out _)["text"]));
    }

    [Fact]
    public void Equal_calls_are_one_line_with_their_count()
    {
        const string Twice =
            "Task M(IChatClient client) => Task.WhenAll(client.GetResponseAsync(\"a\"), client.GetResponseAsync(\"b\"), client.GetResponseAsync([]));";
        var lines = InventoryEntry.Lines(Generation.Of($"[AiCall] class C {{ {Twice} }}").Output).ToList();
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("\tcount=2", Assert.Single(lines, line => line.Contains("api=ChatClientExtensions", StringComparison.Ordinal)));
        Assert.DoesNotContain("count", Assert.Single(lines, line => line.Contains("api=IChatClient", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("// a comment\n")]
    [InlineData("\n\n\n")]
    [InlineData("static int Other() => 1;\n")]
    public void An_edit_that_only_moves_calls_changes_neither_lines_nor_interceptors(string inserted)
    {
        var before = Generation.Of($"[AiCall] class C {{\n{Ask}\n Task N(IChatClient client) => client.GetResponseAsync([]); }}");
        var after = Generation.Of($"[AiCall] class C {{\n{inserted}{Ask}\n Task N(IChatClient client) => client.GetResponseAsync([]); }}");
        Assert.Equal(InventoryEntry.Lines(before.Output), InventoryEntry.Lines(after.Output));
        Assert.Equal(WithoutLocations(before.File), WithoutLocations(after.File));
        Assert.NotEqual(before.File, after.File);
    }

    [Fact]
    public void Members_in_another_order_have_the_same_interceptors()
    {
        var here = Generation.Of($"[AiCall] class C {{\n{Ask}\n Task A(IChatClient client) => client.GetResponseAsync([]);\n}}");
        var there = Generation.Of($"[AiCall] class C {{\n Task A(IChatClient client) => client.GetResponseAsync([]);\n{Ask}\n}}");
        Assert.Equal(WithoutLocations(here.File), WithoutLocations(there.File));
    }

    [Fact]
    public void Forwarding_and_set_ups_of_mocks_are_no_calls()
    {
        var generation = Generation.Of("""
            namespace Moq
            {
                class Mock<T> { public void Setup<R>(System.Linq.Expressions.Expression<Func<T, R>> call) { } }
            }

            [AiCall]
            class Layer(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                    CancellationToken cancellationToken = default) =>
                    base.GetResponseAsync(messages, options, cancellationToken);

                public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages,
                    ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options).WithCancellation(cancellationToken))
                    {
                        yield return update;
                    }
                }

                void SetUp(Moq.Mock<IChatClient> mock) => mock.Setup(client => client.GetResponseAsync(null!, null, default));

                string Name => nameof(IChatClient.GetResponseAsync);
            }
            """);
        Assert.Empty(generation.Inventory);
        Assert.Empty(generation.Problems());
    }

    [Fact]
    public void A_switched_off_project_intercepts_nothing()
    {
        var generation = Generation.Of(
            new Project { Properties = Project.Property("CrossTierEnabled", "False ") },
            $"class C {{ [AiCall] {Ask} }}");
        Assert.Empty(generation.Inventory);
        Assert.Null(generation.Startup);
        Assert.DoesNotContain("CrossTier.Generated", string.Concat(generation.Files.Values));
    }

    [Theory]
    [InlineData("C.Field", "[AiCall] class C { static IChatClient s_client = null!; Task Field = s_client.GetResponseAsync(\"\"); }")]
    [InlineData("C.C", "[AiCall] class C { C(IChatClient client) { client.GetResponseAsync(\"\"); } }")]
    [InlineData("C.Item", "[AiCall] class C { Task this[IChatClient client] => client.GetResponseAsync(\"\"); }")]
    [InlineData(
        "Outer.Inner.M/Local",
        "[AiCall] class Outer<T> { class Inner { void M<U>(IChatClient client) { void Local() => client.GetResponseAsync(\"\"); } } }")]
    [InlineData(
        "C.Ask",
        "interface I { void Ask(IChatClient client); } [AiCall] class C : I { void I.Ask(IChatClient client) => client.GetResponseAsync(\"\"); }")]
    [InlineData("C.op_Addition", "[AiCall] class C { public static C operator +(C c, IChatClient client) { client.GetResponseAsync(\"\"); return c; } }")]
    [InlineData("C.Finalize", "[AiCall] class C { static IChatClient s_client = null!; ~C() { s_client.GetResponseAsync(\"\"); } }")]
    [InlineData("C.E", "[AiCall] class C { static IChatClient s_client = null!; event Action E { add { s_client.GetResponseAsync(\"\"); } remove { } } }")]
    public void A_call_is_named_by_its_type_and_member(string name, string code) =>
        Assert.Equal(name, Assert.Single(Generation.Of(code).Inventory).Call);

    static string WithoutLocations(string text) => Regex.Replace(text, "InterceptsLocation\\(.*", "");
}
