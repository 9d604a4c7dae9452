using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>The generated half of a partial method compiles whatever its signature, and says so when its other half cannot be called.</summary>
public sealed class PartialTests
{
    [Theory]
    [InlineData("public partial Task<string> Ask(string text);", "Task<string> AskCore(string text) => Task.FromResult(text);")]
    [InlineData(
        "private partial void Ask(ref int a, out int b, in int c, ref readonly int d);",
        "void AskCore(ref int a, out int b, in int c, ref readonly int d) => b = a + c + d;")]
    [InlineData("internal partial int Ask(params int[] numbers);", "int AskCore(int[] numbers) => numbers.Length;")]
    [InlineData("internal partial int Ask(params ReadOnlySpan<int> numbers);", "int AskCore(ReadOnlySpan<int> numbers) => numbers.Length;")]
    [InlineData(
        "private partial ReadOnlySpan<char> Ask(ReadOnlySpan<char> text, scoped ReadOnlySpan<char> more);",
        "ReadOnlySpan<char> AskCore(ReadOnlySpan<char> text, scoped ReadOnlySpan<char> more) => text;")]
    [InlineData(
        "private partial Span<int> Ask(scoped ref int a, Span<int> b, out Span<int> c);",
        "Span<int> AskCore(scoped ref int a, Span<int> b, out Span<int> c) => c = b;")]
    [InlineData("public partial ref int Ask(ref int a);", "ref int AskCore(ref int a) => ref a;")]
    [InlineData("public partial ref readonly int Ask(in int a);", "ref readonly int AskCore(in int a) => ref a;")]
    [InlineData("public unsafe partial int* Ask(int* a);", "unsafe int* AskCore(int* a) => a;")]
    [InlineData(
        "internal static partial ValueTask<(int A, string? B)[]> Ask(int a = 3, string? b = null);",
        "static ValueTask<(int A, string? B)[]> AskCore(int a, string? b) => new([(a, b)]);")]
    [InlineData("public partial T Ask<T>(T a) where T : allows ref struct;", "T AskCore<T>(T a) where T : allows ref struct => a;")]
    [InlineData(
        "public partial List<T>? Ask<T, U>(T? a, U b) where T : class? where U : unmanaged, Enum;",
        "List<T>? AskCore<T, U>(T? a, U b) where T : class? where U : unmanaged, Enum => null;")]
    [InlineData(
        "public partial T? Ask<T>(T? a) where T : notnull, IComparable<T>, new();",
        "T? AskCore<T>(T? a) where T : notnull, IComparable<T>, new() => a;")]
    [InlineData("public partial T? Ask<T>(T? a);", "T? AskCore<T>(T? a) => a;")]
    [InlineData("public partial dynamic? Ask(dynamic a);", "dynamic? AskCore(dynamic a) => a;")]
    [InlineData("public partial nint Ask(nint a, Action<object?> b, int?[]?[,] c);", "nint AskCore(nint a, Action<object?> b, int?[]?[,] c) => a;")]
    [InlineData(
        "public partial int @class(int @event, int __request, int __reply, int __exception, int __client);",
        "int classCore(int @event, int __request, int __reply, int __exception, int __client) => 1;")]
    [InlineData(
        "public partial IAsyncEnumerable<string> Ask(CancellationToken token = default);",
        "async IAsyncEnumerable<string> AskCore([EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield return \"\"; }")]
    [InlineData("public partial IEnumerable<string> Ask();", "IEnumerable<string> AskCore() { yield return \"\"; }")]
    [InlineData("public partial IEnumerable<string> Ask();", "IEnumerable<string> AskCore() => [];")]
    [InlineData("public partial Task Ask();", "Task AskCore() => Task.CompletedTask;")]
    [InlineData("public partial ValueTask Ask();", "ValueTask AskCore() => default;")]
    [InlineData(
        "public virtual partial object Ask(); [AiCall] public override partial string ToString();",
        "object AskCore() => this; string ToStringCore() => \"\";")]
    [InlineData(
        "public partial Task<int> Ask(int a); [AiCall] public partial Task<Reply> Ask(string a); [AiCall] public partial Task<Reply> Ask<T>(string a);",
        "Task<int> AskCore(int a) => Task.FromResult(a); Task<Reply> AskCore(string a) => Task.FromResult(new Reply(1, 2)); Task<Reply> "
        + "AskCore<T>(string a) => Task.FromResult(new Reply(1, 2)); public record Reply(int InputTokens, int OutputTokens);")]
    public void Its_signature_is_repeated(string definition, string core)
    {
        var generation = Generation.Of(new Project { AllowsUnsafe = true }, $"partial class C {{ [AiCall] {definition} {core} }}");
        Assert.Empty(generation.Problems());
        Assert.All(generation.Inventory, entry => Assert.Equal(("measured", "definition"), (entry.State, entry.Values["how"])));
        Assert.DoesNotContain("NotImplementedException", generation.File);
    }

    [Theory]
    [InlineData("partial class A<T> where T : class { partial struct B<U, V> where V : struct { @ } }")]
    [InlineData("partial interface I<T, U> { @ }")]
    [InlineData("public sealed partial record R(int A) { @ }")]
    [InlineData("readonly partial record struct R(int A) { @ }")]
    [InlineData("abstract partial class @event(int a) { int _a = a; @ }")]
    [InlineData("unsafe partial class C { @ }")]
    [InlineData(
        "partial class C<[Kept] T /* a comment */, // and another\n U> { @ } [AttributeUsage(AttributeTargets.GenericParameter)] class "
        + "KeptAttribute : Attribute;")]
    [InlineData("ref partial struct S { @ }")]
    [InlineData("namespace @namespace.Inner { partial class C { @ } }")]
    public void Its_types_are_opened_again(string type) =>
        Assert.DoesNotContain(
            Generation.Of(
                new Project { AllowsUnsafe = true },
                type.Replace(
                    "@ }",
                    "[AiCall] public partial Task<Reply> Ask(int a); Task<Reply> AskCore(int a) => Task.FromResult(default(Reply)!); public "
                    + "class Reply { public int InputTokens => 1; } }")).Problems(),
            problem => !problem.Contains("CS0169"));

    [Fact]
    public void A_variant_interface_keeps_its_variance()
    {
        var generation = Generation.Of(
            "partial interface I<in T, out U> { [AiCall] public partial Task<Reply> Ask(T a); Task<Reply> AskCore(T a) => "
            + "Task.FromResult(new Reply()); } public class Reply { public int InputTokens => 1; }");
        Assert.Empty(generation.Problems());
        Assert.Contains("partial interface I<in T, out U>", generation.File);
    }

    [Fact]
    public void An_override_does_not_repeat_its_constraints()
    {
        var generation = Generation.Of("""
            abstract class Base
            {
                public abstract Task<T?> Class<T>(T? a) where T : class, IDisposable;
                public abstract Task<T?> Struct<T>(T? a) where T : struct, IDisposable;
                public abstract Task<T?> Any<T>(T? a);
            }

            partial class Derived : Base
            {
                [AiCall] public override partial Task<T?> Class<T>(T? a) where T : class;
                [AiCall] public override partial Task<T?> Struct<T>(T? a) where T : struct;
                [AiCall] public override partial Task<T?> Any<T>(T? a) where T : default;
                Task<T?> ClassCore<T>(T? a) where T : class, IDisposable => Task.FromResult(a);
                Task<T?> StructCore<T>(T? a) where T : struct, IDisposable => Task.FromResult(a);
                Task<T?> AnyCore<T>(T? a) => Task.FromResult(a);
            }
            """);
        Assert.Empty(generation.Problems());
        Assert.Equal(3, generation.Inventory.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Task<int> AskCore(int text) => Task.FromResult(1);")]
    [InlineData("Task<string> AskCore(string text) => Task.FromResult(text);")]
    [InlineData("Task<int> AskCore<T>(string text) => Task.FromResult(1);")]
    [InlineData("Task<int> AskCore(ref string text) => Task.FromResult(1);")]
    public async Task Without_a_Core_that_fits_it_compiles_and_throws(string core)
    {
        var generation = Generation.Of(
            $"static partial class C {{ [AiCall] public static partial Task<int> Ask(string text); static "
            + $"{(core.Length == 0 ? "int _" : core.TrimEnd(';'))}; static Task Run() => Ask(\"\"); }}");
        Assert.Empty(generation.Inventory);
        Assert.DoesNotContain(generation.Problems(), problem => problem.Contains("error"));
        var thrown = await Assert.ThrowsAsync<NotImplementedException>(() => Program.Load(generation.Output).RunAsync("C", "Run"));
        Assert.Contains("AskCore", thrown.Message);
    }

    [Fact]
    public void An_instance_Core_of_a_static_method_does_not_fit()
    {
        var generation = Generation.Of("partial class C { [AiCall] public static partial Task Ask(); Task AskCore() => Task.CompletedTask; }");
        Assert.Contains("NotImplementedException", generation.File);
    }

    [Theory]
    [InlineData("class C { [AiCall] partial Task Ask(); Task AskCore() => Task.CompletedTask; }")]
    [InlineData("partial class C { [AiCall] public partial Task Ask(); public partial Task Ask() => Task.CompletedTask; }")]
    [InlineData("partial class C { [AiCall] public async partial Task Ask(); }")]
    [InlineData("file partial class C { [AiCall] public partial Task Ask(); Task AskCore() => Task.CompletedTask; }")]
    public void What_has_or_can_have_no_other_half_is_left_alone(string code) => Assert.Empty(Generation.Of(code).Files);

    [Fact]
    public async Task In_a_switched_off_project_it_calls_its_Core()
    {
        var generation = Generation.Of(
            new Project { Properties = Project.Property("CrossTierEnabled", "false") },
            "static partial class C { [AiCall(\"partial\", \"off\")] public static partial int Ask(int a); static int AskCore(int a) => a + "
            + "1; static int Run() => Ask(1); }");
        Assert.Equal(2, await generation.Load().RunAsync("C", "Run"));
        Assert.Null(Series.Requests("partial", "off", "success"));
    }

    [Fact]
    public void Nothing_inside_its_Core_is_intercepted()
    {
        var generation = Generation.Of("""
            [AiCall("partial", "around")]
            static partial class C
            {
                [AiCall("partial", "core")] public static partial Task Ask(IChatClient client);
                static Task AskCore(IChatClient client) => Local(client);
                static async Task Local(IChatClient client) => await client.GetResponseAsync("outside");
                [AiCall("partial", "second")] public static partial Task More(IChatClient client);
                static async Task MoreCore(IChatClient client)
                {
                    Func<Task> lambda = () => client.GetResponseAsync("inside");
                    await lambda();
                }
            }
            """);
        Assert.Equal(["around", "core", "second"], generation.Inventory.Select(entry => entry.Labels.Model).Order());
        Assert.Empty(generation.Problems());
    }
}
