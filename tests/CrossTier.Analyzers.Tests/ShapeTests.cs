using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

/// <summary>
/// Each shape in which real code calls inference, each that the compiler cannot intercept, and each false friend: flagged where it must
/// be, silent where it must not. All rules run, and the generator, so a call that is silent is one that was really intercepted.
/// </summary>
public sealed class ShapeTests
{
    const string Mocks = """
        namespace Moq { public class Mock<T> { public object Setup<R>(System.Linq.Expressions.Expression<Func<T, R>> call) => this; } }
        namespace FakeItEasy { public static class A { public static object CallTo<R>(System.Linq.Expressions.Expression<Func<R>> call) => call; } }
        namespace NSubstitute { public static class Extensions { public static void Returns<T>(this Task<T> call, T value) { }
            public static T Received<T>(this T fake) => fake; } }
        """;

    const string Fake = """
        class Fake : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default) => Task.FromResult(new ChatResponse());
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default) => null!;
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """;

    /// <summary>Inside <c>[assembly: AiCall]</c>: what the compiler can intercept.</summary>
    public static TheoryData<string, string> Measured() => new()
    {
        { "interface call", "class C(IChatClient c) { Task M() => c.GetResponseAsync([]); }" },
        { "extension, both forms", "class C(IChatClient c) { Task A() => c.GetResponseAsync(\"\"); Task B() => "
            + "ChatClientExtensions.GetResponseAsync(c, \"\"); }" },
        { "synchronous", "class C(OpenAI.Chat.ChatClient c) { object M() => c.CompleteChat(\"hi\"); }" },
        { "await foreach with a token", "class C(IChatClient c) { async Task M() { await foreach (var u in "
            + "c.GetStreamingResponseAsync(\"\").WithCancellation(default)) { } } }" },
        { "stored stream", "class C(OpenAI.Chat.ChatClient c) { object M() { var s = c.CompleteChatStreamingAsync(\"hi\"); return s; } }" },
        { "conditional access", "class C(IChatClient? c) { Task? A() => c?.GetResponseAsync(\"\"); Task B() => c!.GetResponseAsync(\"\"); }" },
        { "lambda", "class C { Func<IChatClient, Task> F = async c => await c.GetResponseAsync(\"\"); }" },
        { "local function", "class C { Task M(IChatClient c) { return L(); Task L() => c.GetResponseAsync(\"\"); } }" },
        { "iterator", "class C(IChatClient c) { IEnumerable<Task> M() { yield return c.GetResponseAsync(\"\"); } }" },
        { "initialiser, constructor, getter, indexer", "class C { static IChatClient c = null!; Task F = c.GetResponseAsync(\"\"); Task P { "
            + "get; } = c.GetResponseAsync(\"\"); Task G => c.GetResponseAsync(\"\"); object this[int i] => c.GetResponseAsync(\"\"); C() => "
            + "c.GetResponseAsync(\"\"); }" },
        { "generic method and type", "class C<T>(IEmbeddingGenerator<T, Embedding<float>> g) { Task M<U>(T value) => g.GenerateAsync([value]); }" },
        { "reference type parameter", "class C<T>(T c) where T : class, IChatClient { Task M() => c.GetResponseAsync([]); }" },
        { "top-level statements", "OpenAI.Chat.ChatClient c = new(\"m\", \"k\"); await c.CompleteChatAsync(\"hi\");" },
        { "behind an interface", "interface IAsk { Task Ask(); } class C(IChatClient c) : IAsk { Task IAsk.Ask() => c.GetResponseAsync(\"\"); }" },
        { "a summary in a middleware", "class C(IChatClient inner) : DelegatingChatClient(inner) { public override async "
            + "Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken "
            + "cancellationToken = default) { var summary = await InnerClient.GetResponseAsync(messages.Take(1), options, cancellationToken); return new("
            + "new ChatMessage(ChatRole.User, \"\")); } }" },
        { "agents", "class C(Microsoft.Agents.AI.AIAgent a) { Task A() => a.RunAsync(\"hi\"); object B() => a.RunStreamingAsync(\"hi\"); "
            + "Task D() => a.RunAsync<int>(\"hi\"); }" },
        { "argument of a test", "class C(IChatClient c) { async Task M() => Equal(\"\", (await c.GetResponseAsync(\"\")).Text); void "
            + "Equal(string a, string b) { } }" },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public async Task What_can_be_intercepted_is_measured_in_a_scope_and_flagged_outside(string shape, string source)
    {
        Assert.NotEmpty(shape);
        var usings = source.StartsWith("OpenAI", StringComparison.Ordinal) ? "[assembly: AiCall]\n" : "[assembly: AiCall] ";
        Assert.Empty(await Ids(usings + source));

        var outside = await Ids(source);
        Assert.NotEmpty(outside);
        Assert.All(outside, id => Assert.Equal("AIC001", id));
    }

    [Theory]
    [InlineData("k.InvokePromptAsync(\"hi\")")]
    [InlineData("k.InvokePromptStreamingAsync<string>(\"hi\")")]
    [InlineData("k.InvokeAsync<string>(KernelFunctionFactory.CreateFromPrompt(\"hi\"))")]
    [InlineData("KernelFunctionFactory.CreateFromPrompt(\"hi\").InvokeAsync(k)")]
    public async Task Kernel_calls_are_measured_in_a_scope_and_left_to_the_filter_outside(string call)
    {
        var source = $"class C(Kernel k) {{ object M() => {call}; }}";
        Assert.Empty(await Ids("using Microsoft.SemanticKernel; [assembly: AiCall] " + source));
        Assert.Equal(["AIC010"], await Ids("using Microsoft.SemanticKernel; " + source));
        Assert.Empty(await Ids($"using Microsoft.SemanticKernel; class C(Kernel k) {{ [AiIgnore(\"demo\")] object M() => {call}; }}"));
    }

    [Fact]
    public async Task A_kernel_call_that_cannot_be_intercepted_is_flagged_in_a_scope() =>
        Assert.Equal(
            ["AIC002"],
            await Ids(
                "using Microsoft.SemanticKernel; [assembly: AiCall] class C(Kernel k) { Func<KernelFunction, KernelArguments?, "
                + "CancellationToken, Task<FunctionResult>> M() => k.InvokeAsync; }"));

    /// <summary>Inside a scope: what the compiler cannot intercept.</summary>
    public static TheoryData<string, string> Refused() => new()
    {
        { "base call whose reply is not returned", "class C(IChatClient i) : DelegatingChatClient(i) { public override async Task<ChatResponse> "
            + "GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = "
            + "default) { var summary = await base.GetResponseAsync([], null, default); return await base.GetResponseAsync([new(ChatRole.User, "
            + "summary.Text)], options, cancellationToken); } }" },
        { "base call from another member", "class C(IChatClient i) : DelegatingChatClient(i) { Task Ask() => base.GetResponseAsync([], null, default); }" },
        { "dynamic argument", "class C(IChatClient c) { object M(dynamic d) => c.GetResponseAsync(d); }" },
        { "dynamic receiver", "class C { object M(OpenAI.Chat.ChatClient c) { dynamic d = c; return d.CompleteChat(\"hi\"); } }" },
        { "receiver that may be a struct", "class C<T>(T c) where T : IChatClient { Task M() => c.GetResponseAsync([]); }" },
        { "private receiver", "class C { class Own : Fake; Task M(Own own) => own.GetResponseAsync([]); }".Replace(
            "class Own : Fake;",
            Fake.Replace("class Fake", "class Own")) },
        { "file-local receiver", "class C { object M() => new Own().GetResponseAsync([]); } file " + Fake.Replace("class Fake", "class Own") },
        { "method group", "class C(IChatClient c) { Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> M() "
            + "=> c.GetResponseAsync; }" },
        { "function pointer", "unsafe class C { delegate*<IChatClient, string, ChatOptions?, CancellationToken, Task<ChatResponse>> M() => "
            + "&ChatClientExtensions.GetResponseAsync; }" },
        { "parenthesised method", "class C(IChatClient c) { Task M() => (c!.GetResponseAsync)(new ChatMessage[0], null, default); }" },
        { "expression tree", "class C { System.Linq.Expressions.Expression<Func<IChatClient, Task>> M() => c => c.GetResponseAsync(new "
            + "ChatMessage[0], null, default); }" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_intercepted_is_flagged_once_in_a_scope(string shape, string source)
    {
        Assert.NotEmpty(shape);
        Assert.Equal(["AIC002"], await Ids("[assembly: AiCall] " + source));
        Assert.Equal(["AIC001"], await Ids(source));
    }

    /// <summary>What only looks like a call of a model.</summary>
    public static TheoryData<string, string> FalseFriends() => new()
    {
        { "Blazor and dispatchers", "class Component { protected Task InvokeAsync(Action a) => Task.CompletedTask; Task M() => InvokeAsync(() => { }); }" },
        { "IHost.RunAsync", "class C { Task M(Microsoft.Extensions.Hosting.IHost host) => "
            + "Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.RunAsync(host); }" },
        { "File.Create and AIFunctionFactory.Create", "class C { object M() => (System.IO.File.Create(\"x\"), AIFunctionFactory.Create(() => 1)); }" },
        { "own GenerateAsync", "class C { Task GenerateAsync(string s) => Task.CompletedTask; Task M() => GenerateAsync(\"x\"); }" },
        { "own GetResponseAsync", "class Web { public Task<string> GetResponseAsync() => Task.FromResult(\"\"); Task M() => "
            + "GetResponseAsync(); object W(System.Net.WebRequest r) => r.GetResponseAsync(); }" },
        { "HttpResponse.CompleteAsync and pipes", "class C { async Task M(Microsoft.AspNetCore.Http.HttpResponse r, "
            + "System.IO.Pipelines.PipeWriter w) { await r.CompleteAsync(); await w.CompleteAsync(); } }" },
        { "SendAsync of other libraries", "class Hub { public Task SendAsync(string m) => Task.CompletedTask; Task M() => "
            + "SendAsync(\"/v1/chat/completions\"); }" },
        { "native kernel function", "class C(Microsoft.SemanticKernel.Kernel k) { Task M() => k.InvokeAsync(\"time\", \"now\"); }" },
        { "Moq", "class C { object M() => new Moq.Mock<IChatClient>().Setup(c => c.GetResponseAsync(new ChatMessage[0], null, default)); }" + Mocks },
        { "FakeItEasy", "class C { object M(IChatClient c) => FakeItEasy.A.CallTo(() => c.GetResponseAsync(new ChatMessage[0], null, default)); }" + Mocks },
        { "NSubstitute", "using NSubstitute; class C { void M(IChatClient c) { c.GetResponseAsync([], null, default).Returns(new "
            + "ChatResponse()); c.Received().GetResponseAsync([], null, default); } }" + Mocks },
        { "delegation to the base", "class C(IChatClient i) : DelegatingChatClient(i) { public override Task<ChatResponse> "
            + "GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = "
            + "default) => base.GetResponseAsync(messages, options, cancellationToken); }" },
        { "delegation to an inner client", "class C(IChatClient inner) : DelegatingChatClient(inner) { public override async "
            + "IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = "
            + "null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default) { await foreach "
            + "(var u in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken)) yield return u; } }" },
        { "delegation with other arguments", "class C(IChatClient i) : DelegatingChatClient(i) { public override Task<ChatResponse> "
            + "GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = "
            + "default) => base.GetResponseAsync(messages, null, cancellationToken); }" },
        { "a middleware delegate", "class C { object M(IChatClient c) => c.AsBuilder().Use((messages, options, inner, stop) => "
            + "inner.GetResponseAsync(messages.ToList(), options, stop), null); }" },
        { "delegation of what is retried", "class C(IChatClient i) : DelegatingChatClient(i) { Task<T> Twice<T>(Func<Task<T>> ask) => "
            + "ask(); public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, "
            + "CancellationToken cancellationToken = default) { var reply = await Twice(() => base.GetResponseAsync(messages, null, "
            + "cancellationToken)); return reply; } }" },
        { "changed arguments in a middleware", "class C(IChatClient inner) : DelegatingChatClient(inner) { public override "
            + "Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken "
            + "cancellationToken = default) => InnerClient.GetResponseAsync(messages.Take(1), options, cancellationToken); }" },
        { "nameof, comments, texts and docs", "/// <see cref=\"IChatClient.GetResponseAsync\"/> c.GetResponseAsync()\nclass C { string M() "
            + "=> nameof(IChatClient.GetResponseAsync) + \"c.GetResponseAsync()\"; }" },
        { "implementing the API", Fake },
        { "disabled code", "class C {\n#if NEVER\nobject M(IChatClient c) => c.GetResponseAsync(\"\");\n#endif\n}" },
    };

    [Theory]
    [MemberData(nameof(FalseFriends))]
    public async Task What_only_looks_like_a_call_is_quiet(string shape, string source)
    {
        Assert.NotEmpty(shape);
        Assert.Empty(await Ids(source));
    }

    static async Task<IEnumerable<string>> Ids(string source)
    {
        var project = new Project
        {
            Properties = new Dictionary<string, string> { ["CrossTierDirectReference"] = "true", ["CrossTierEnabled"] = "true" },
            Generators = [new CrossTier.Generators.CrossTierGenerator()],
        };
        var found = await project.Run(source, Project.AllRules);
        return found.Select(diagnostic => diagnostic.Id);
    }
}
