using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class PartialFormTests : FixTest<HandWrittenHttpAnalyzer, PartialFormFix>
{
    [Fact]
    public async Task A_method_becomes_definition_and_core() => await Check(
        """
        using System.Text;

        namespace App;

        public sealed class Ollama(HttpClient http)
        {
            /// <summary>Asks.</summary>
            public async Task<string> AskAsync(string question, CancellationToken cancellation = default)
            {
                var response = await http.PostAsJsonAsync("http://localhost:11434/api/generate", new { model = "llama3.2", prompt = question }, cancellation);
                return await response.Content.ReadAsStringAsync(cancellation);
            }
        }
        """,
        "partial",
        """
        using System.Text;
        using CrossTier;

        namespace App;

        public sealed partial class Ollama(HttpClient http)
        {
            /// <summary>Asks.</summary>
            [AiCall("ollama")]
            public partial Task<string> AskAsync(string question, CancellationToken cancellation = default);

            private async Task<string> AskAsyncCore(string question, CancellationToken cancellation)
            {
                var response = await http.PostAsJsonAsync("http://localhost:11434/api/generate", new { model = "llama3.2", prompt = question }, cancellation);
                return await response.Content.ReadAsStringAsync(cancellation);
            }
        }
        """);

    [Theory]
    [InlineData(
        "struct S { class C(HttpClient h) { Task A() => h.PostAsync(\"/v1/chat/completions\", null); } }",
        "partial struct S { partial class C(HttpClient h) { [AiCall] private partial Task A(); private Task ACore() => "
        + "h.PostAsync(\"/v1/chat/completions\", null); } }")]
    [InlineData(
        "record R(HttpClient H) { [Obsolete, AiCall(\"acme\")] internal Task<T> A<T>(in T q, params int[] r) where T : class { "
        + "H.PostAsync(\"/v1/messages\", null); return null!; } }",
        "partial record R(HttpClient H) { [Obsolete, AiCall(\"acme\")] internal partial Task<T> A<T>(in T q, params int[] r) where T : "
        + "class; private Task<T> ACore<T>(in T q, params int[] r) where T : class { H.PostAsync(\"/v1/messages\", null); return null!; } }")]
    [InlineData(
        "static class X { public static Task A(this HttpClient h, string q = \"\") => h.PostAsync(\"https://api.anthropic.com/v1/messages\", null); }",
        "static partial class X { [AiCall(\"anthropic\")] public static partial Task A(this HttpClient h, string q = \"\"); private static "
        + "Task ACore(HttpClient h, string q) => h.PostAsync(\"https://api.anthropic.com/v1/messages\", null); }")]
    [InlineData(
        "abstract class B { public abstract Task A(); } [AiCall(\"acme\", Name = \"n\")] class D(HttpClient h) : B { public override Task "
        + "A() => h.PostAsync(\"/v1/messages\", null); }",
        "abstract class B { public abstract Task A(); } [AiCall(\"acme\", Name = \"n\")] partial class D(HttpClient h) : B { "
        + "[AiCall(\"acme\", Name = \"n\")] public override partial Task A(); private Task ACore() => h.PostAsync(\"/v1/messages\", null); }")]
    [InlineData(
        "class C(HttpClient h) { public async IAsyncEnumerable<string> A([System.Runtime.CompilerServices.EnumeratorCancellation] "
        + "CancellationToken t) { await h.PostAsync(\"/v1/messages\", null, t); yield return \"\"; } }",
        "partial class C(HttpClient h) { [AiCall] public partial IAsyncEnumerable<string> A(CancellationToken t); private async "
        + "IAsyncEnumerable<string> ACore([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken t) { await "
        + "h.PostAsync(\"/v1/messages\", null, t); yield return \"\"; } }")]
    [InlineData(
        "class C(HttpClient h) { void A() { _ = h.PostAsync(\"/v1/messages\", null); _ = h.PostAsync(\"/v1/messages\", null); } }",
        "partial class C(HttpClient h) { [AiCall] private partial void A(); private void ACore() { _ = h.PostAsync(\"/v1/messages\", null); "
        + "_ = h.PostAsync(\"/v1/messages\", null); } }")]
    public async Task Every_shape_builds(string before, string after) => await Check("using CrossTier;\n" + before, "partial", "using CrossTier;\n" + after);

    [Theory]
    [InlineData("interface I { Task A(); } class C(HttpClient h) : I { Task I.A() => h.PostAsync(\"/v1/messages\", null); }")]
    [InlineData("class C(HttpClient h) { Task A() => h.PostAsync(\"/v1/messages\", null); void ACore() { } }")]
    [InlineData("class C(HttpClient h) { Task A => h.PostAsync(\"/v1/messages\", null); }")]
    [InlineData("file class C(HttpClient h) { Task A() => h.PostAsync(\"/v1/messages\", null); }")]
    public async Task What_cannot_be_split_gets_no_offer(string source) => Assert.Empty(await Offered(source));

    [Fact]
    public async Task All_methods_are_split_at_once() => await CheckAll(
        ["class C(HttpClient h)\n{\n    Task A() => h.PostAsync(\"/v1/messages\", null);\n    Task A(int q) => h.PostAsync(\"/v1/messages\", null);\n}\n"],
        "partial",
        [
            "using CrossTier;\n\npartial class C(HttpClient h)\n{\n    [AiCall]\n    private partial Task A();\n\n    private Task ACore() "
            + "=> h.PostAsync(\"/v1/messages\", null);\n    [AiCall]\n    private partial Task A(int q);\n\n    private Task ACore(int q) => "
            + "h.PostAsync(\"/v1/messages\", null);\n}\n",
        ]);
}
