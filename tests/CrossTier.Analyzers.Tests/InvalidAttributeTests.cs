using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class InvalidAttributeTests : RuleTest<InvalidAttributeAnalyzer>
{
    const string Sdk = """
        public delegate string Ask(string q);
        public class Client
        {
            public string Complete(string q) => q;
            public Task<string> AnswerAsync(string q) => Task.FromResult(q);
            public string Model { get; set; } = "";
            public event Action? Changed { add { } remove { } }
            public Ask Handler = q => q;
            public static Client operator +(Client a, Client b) => a;
            public IEnumerator<string> GetEnumerator() => null!;
            public void Deconstruct(out string a, out string b) => (a, b) = ("", "");
        }
        public class Derived : Client;
        public interface IClient { string Complete(string q); }
        public interface IMore : IClient;
        public interface IStatic { static abstract string Complete(string q); }
        """;

    [Theory]
    [InlineData("[assembly: AiApi(typeof(Client), \"Complete\")]")]
    [InlineData("[assembly: AiApi(typeof(Derived), nameof(Client.AnswerAsync), Provider = \"acme\")]")]
    [InlineData("[assembly: AiApi(typeof(IMore), \"Complete\")]")]
    [InlineData("[assembly: AiIgnore(\"warm-up ping, not billed\")]")]
    public async Task A_method_and_a_reason_are_quiet(string attribute) => await Check(attribute + Sdk);

    [Theory]
    [InlineData("typeof(Client), \"Missing\"", "there is no such method")]
    [InlineData("typeof(Client), \"Answer\"", "did you mean 'AnswerAsync'?")]
    [InlineData("typeof(Client), \"\"", "name is blank")]
    [InlineData("typeof(Client), \"Model\"", "accessor")]
    [InlineData("typeof(Client), \"get_Model\"", "accessor")]
    [InlineData("typeof(Client), \"Changed\"", "accessor")]
    [InlineData("typeof(Client), \"Handler\"", "field")]
    [InlineData("typeof(Client), \"op_Addition\"", "operator")]
    [InlineData("typeof(Client), \".ctor\"", "constructor")]
    [InlineData("typeof(Client), \"GetEnumerator\"", "by a pattern")]
    [InlineData("typeof(Client), \"Deconstruct\"", "by a pattern")]
    [InlineData("typeof(Ask), \"Invoke\"", "a delegate is invoked")]
    [InlineData("typeof(IStatic), \"Complete\"", "static and abstract")]
    public async Task An_api_that_cannot_be_intercepted_is_flagged(string arguments, string problem)
    {
        var messages = await Check($"[assembly: [|AiApi({arguments})|]]" + Sdk);
        Assert.Contains(problem, messages[0]);
    }

    [Theory]
    [InlineData("[[|AiIgnore(\"\")|]] class C;")]
    [InlineData("[assembly: [|AiIgnore(\"  \")|]]")]
    [InlineData("class C { object F = [[|AiIgnore(null!)|]] () => 1; void M() { [[|AiIgnore(\"\")|]] void Local() { } Local(); } }")]
    public async Task An_excuse_without_a_reason_is_flagged(string source) => await Check(source);
}
