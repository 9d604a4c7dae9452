using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>An edit costs what it changes. That an unrelated edit changes nothing is part of every run of the harness.</summary>
public sealed class CachingTests
{
    static readonly Source First = new("/project/First.cs", Code("First", "gpt-4o"));
    static readonly Source Second = new("/project/Second.cs", Code("Second", "llama3.2"));

    [Fact]
    public void An_edit_that_moves_a_call_changes_its_file_alone()
    {
        var before = Generation.Of(First, Second);
        var after = before.After(First with { Text = "// moved down\n" + First.Text });
        Assert.Equal(["First"], after.WrittenAfter(before).Select(SourceOf));
        Assert.Empty(after.Problems());
    }

    [Fact]
    public void An_edit_of_a_label_changes_its_file_and_what_is_declared_at_start_up()
    {
        var before = Generation.Of(First, Second);
        var after = before.After(First with { Text = First.Text.Replace("gpt-4o", "gpt-5") });
        Assert.Equal(["CrossTier", "First"], after.WrittenAfter(before).Select(SourceOf).Order());
        Assert.Contains("\"gpt-5\"", after.Startup);
        Assert.DoesNotContain("gpt-4o", string.Concat(after.Files.Values));
    }

    [Fact]
    public void A_call_that_is_taken_away_takes_its_output_with_it()
    {
        var after = Generation.Of(First, Second).After(First with { Text = "class First;" });
        Assert.Equal(["CrossTier", "Second"], after.Files.Keys.Select(SourceOf).Order());
    }

    [Fact]
    public void A_file_that_is_added_leaves_those_before_it()
    {
        var before = Generation.Of(First);
        var after = before.After(Second);
        Assert.Equal(["CrossTier", "Second"], after.WrittenAfter(before).Select(SourceOf).Order());
    }

    [Fact]
    public void An_edit_of_what_a_call_depends_on_reaches_it()
    {
        Source labels = new("/project/Labels.cs", "static class Labels { public const string Model = \"one\"; }");
        var before = Generation.Of(First with { Text = First.Text.Replace("\"gpt-4o\"", "Labels.Model") }, labels);
        Assert.Contains("\"one\"", before.Startup);
        Assert.Contains("\"two\"", before.After(labels with { Text = labels.Text.Replace("one", "two") }).Startup);
    }

    [Fact]
    public void An_api_of_the_users_is_found_in_every_file_and_lost_with_its_statement()
    {
        Source api = new("/project/Api.cs", "[assembly: CrossTier.AiApi(typeof(Sdk), \"Ask\")]\npublic class Sdk { public string Ask(string q) => q; }");
        Source caller = new("/project/Caller.cs", "class Caller { [CrossTier.AiCall(\"acme\", \"one\")] string Ask(Sdk sdk) => sdk.Ask(\"hi\"); }");
        var before = Generation.Of(First, api, caller);
        Assert.Empty(before.Problems());
        Assert.Equal(["Caller", "CrossTier", "First"], before.Files.Keys.Select(SourceOf).Order());

        var moved = before.After(caller with { Text = "// moved down\n" + caller.Text });
        Assert.Equal(["Caller"], moved.WrittenAfter(before).Select(SourceOf));
        Assert.Empty(moved.Problems());

        var lost = before.After(api with { Text = api.Text.Substring(api.Text.IndexOf('\n')) });
        Assert.Equal(["CrossTier", "First"], lost.Files.Keys.Select(SourceOf).Order());
    }

    static string SourceOf(string generated) => generated.Split('.')[0];

    static string Code(string type, string model) => Source.Usings + $$"""
        class {{type}}
        {
            [AiCall("caching", "{{model}}")]
            public Task<ChatResponse> Ask(IChatClient client) => client.GetResponseAsync("hello");
        }
        """;
}
