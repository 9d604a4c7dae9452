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
        public class Paths
        {
            public Options? Options { get; set; }
            public Task<Answer> Ask(Options request) => Task.FromResult(new Answer());
            public IAsyncEnumerable<Answer> Ask(string q) => throw new NotSupportedException();
            public static void Send(Options request) { }
        }
        public class Options { public string Model { get; set; } = ""; public int Size { get; set; } }
        public class Answer { public Meta? Meta { get; set; } public string Text => ""; internal Meta? Hidden => null; }
        public class Meta { public long In { get; set; } public int? Out { get; set; } }
        """;

    [Theory]
    [InlineData("[assembly: AiApi(typeof(Client), \"Complete\")]")]
    [InlineData("[assembly: AiApi(typeof(Derived), nameof(Client.AnswerAsync), Provider = \"acme\")]")]
    [InlineData("[assembly: AiApi(typeof(IMore), \"Complete\")]")]
    [InlineData("[assembly: AiApi(typeof(Paths), \"Ask\", Model = \"Options.Model\", InputTokens = \"Meta.In\", OutputTokens = \"Meta.Out\")]")]
    [InlineData("[assembly: AiApi(typeof(Paths), \"Ask\", Model = \"request.Model\", Usage = \"Meta\")]")] // one overload has such a parameter
    [InlineData("[assembly: AiApi(typeof(Paths), \"Send\", Model = \"request.Model\")]")]
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
    [InlineData("Model = \"Options.Name\"", "Model = \"Options.Name\" leads nowhere: 'Options?' has no public property 'Name'")]
    [InlineData("Model = \"Options.Size\"", "leads to 'int', which is not a string")]
    [InlineData("Model = \"Missing\"", "'Paths' has no public property 'Missing'")]
    [InlineData("Model = \"request.\"", "has no public property ''")]
    [InlineData("Usage = \"Meta.Billing\"", "'Meta?' has no public property 'Billing'")]
    [InlineData("Usage = \"Text\"", "leads to 'string', which is not an object with token counts")]
    [InlineData("Usage = \"Hidden\"", "'Answer' has no public property 'Hidden'")]
    [InlineData("InputTokens = \"Meta\"", "leads to 'Meta?', which is not a whole number")]
    [InlineData("InputTokens = \"Meta.In\", OutputTokens = \"Meta.Outt\"", "OutputTokens = \"Meta.Outt\" leads nowhere")]
    public async Task A_path_that_leads_nowhere_is_named(string paths, string problem)
    {
        var messages = await Check($"[assembly: [|AiApi(typeof(Paths), \"Ask\", {paths})|]]" + Sdk);
        Assert.Contains(problem, messages[0]);
    }

    [Fact]
    public async Task A_static_method_has_no_client_to_name_a_model()
    {
        var messages = await Check("[assembly: [|AiApi(typeof(Paths), \"Send\", Model = \"Options.Model\")|]]" + Sdk);
        Assert.Contains("a static method has no client", messages[0]);
    }

    [Theory]
    [InlineData("class C { public string Model => \"m\"; [AiQueue] public int Waiting => 1; }")]
    [InlineData("class B { public string Model => \"m\"; } class C : B { [AiQueue] int Waiting() => 1; }")]
    [InlineData("class C { [AiQueue(\"m\")] static int Waiting => 1; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] static string Waiting => \"\"; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] static uint Waiting => 1; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] static int Waiting(int of) => of; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] static int Waiting<T>() => 1; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] int this[int at] => at; }")]
    [InlineData("class C { [[|AiQueue(\"m\")|]] int Waiting { set { } } }")]
    [InlineData("struct C { [[|AiQueue(\"m\")|]] int Waiting => 1; }")]
    [InlineData("class C<T> { [[|AiQueue(\"m\")|]] static int Waiting => 1; }")]
    [InlineData("file class C { [[|AiQueue(\"m\")|]] int Waiting => 1; }")]
    [InlineData("class C { class Inner { [[|AiQueue(\"m\")|]] int Waiting => 1; } }")]
    [InlineData("interface C { static abstract int Other { get; } [[|AiQueue(\"m\")|]] int Waiting { get; } }")]
    [InlineData("interface C { [[|AiQueue(\"m\")|]] static abstract int Waiting { get; } }")]
    [InlineData("class C { [[|AiQueue|]] int Waiting => 1; }")]
    [InlineData("class C { public string Model => \"m\"; [[|AiQueue|]] static int Waiting => 1; }")]
    public async Task A_queue_that_cannot_be_read_is_flagged(string source) => await Check(source);

    [Theory]
    [InlineData("[[|AiIgnore(\"\")|]] class C;")]
    [InlineData("[assembly: [|AiIgnore(\"  \")|]]")]
    [InlineData("class C { object F = [[|AiIgnore(null!)|]] () => 1; void M() { [[|AiIgnore(\"\")|]] void Local() { } Local(); } }")]
    public async Task AiIgnore_without_a_reason_is_flagged(string source) => await Check(source);
}
