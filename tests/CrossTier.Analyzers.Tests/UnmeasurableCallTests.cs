using CrossTier.Analyzers.Tests.Support;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

public sealed class UnmeasurableCallTests : RuleTest<UnmeasurableCallAnalyzer>
{
    static readonly Project Measuring = new() { Properties = new Dictionary<string, string> { ["CrossTierDirectReference"] = "true" } };

    [Fact]
    public async Task An_accepted_call_and_a_call_in_no_scope_are_quiet() => await Check("""
        class C(IChatClient client)
        {
            [AiCall] Task Ask() => client.GetResponseAsync("hi");
            Func<Task> Tell() => () => client.GetResponseAsync("hi");
            [AiIgnore("why not")] object Group() => (Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken,
                Task<ChatResponse>>)client.GetResponseAsync;
        }
        """);

    [Fact]
    public async Task A_refused_call_is_flagged_with_reason_and_remedy()
    {
        var messages = await Check("""
            [assembly: AiCall]
            class C(IChatClient client, dynamic text)
            {
                object Dynamic() => client.[|GetResponseAsync|](text);
                object Group() => (Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>>)client.[|GetResponseAsync|];
            }
            """);
        Assert.Equal(
            "'GetResponseAsync' is in an [AiCall] scope and is not measured: an argument is dynamic, so the call is bound at run time; cast "
            + "the argument to its type",
            messages[0]);
    }

    /// <summary>What runs agents, and what computes one token.</summary>
    public const string NoRequests = """
        namespace Microsoft.Agents.AI.Workflows
        {
            public static class InProcessExecution { public static Task<Run> RunAsync<T>(object workflow, T input) => null!; }
            public class Run { public Task<bool> ResumeAsync(object response) => null!; }
            public class StreamingRun { public IAsyncEnumerable<object> WatchStreamAsync() => null!; }
        }
        namespace Microsoft.SemanticKernel.Agents
        {
            public class AgentGroupChat { public IAsyncEnumerable<object> InvokeAsync() => null!; }
        }
        namespace Microsoft.SemanticKernel.Agents.Orchestration
        {
            public class AgentOrchestration<TInput, TOutput> { public Task<TOutput> InvokeAsync(TInput input, object runtime) => null!; }
        }
        namespace Microsoft.ML.OnnxRuntimeGenAI
        {
            public class Generator { public void GenerateNextToken() { } }
        }
        namespace LLama.Batched
        {
            public class BatchedExecutor { public Task<int> Infer(CancellationToken cancellation = default) => null!; }
        }
        """;

    [Fact]
    public async Task What_runs_agents_or_computes_one_step_is_flagged_with_what_measures_it()
    {
        var messages = await Check("""
            [AiCall]
            partial class C(Microsoft.ML.OnnxRuntimeGenAI.Generator generator, Microsoft.Agents.AI.Workflows.StreamingRun streaming)
            {
                object Workflow() => Microsoft.Agents.AI.Workflows.InProcessExecution.[|RunAsync|](this, "hi");
                void Step() { while (true) { generator.[|GenerateNextToken|](); } }
                object Resume(Microsoft.Agents.AI.Workflows.Run run) => run.[|ResumeAsync|]("yes");
                object Watch() => streaming.[|WatchStreamAsync|]();
                object Group(Microsoft.SemanticKernel.Agents.AgentGroupChat chat) => chat.[|InvokeAsync|]();
                object Orchestration(Microsoft.SemanticKernel.Agents.Orchestration.AgentOrchestration<string, string> all) => all.[|InvokeAsync|]("hi", this);
                object Decode(LLama.Batched.BatchedExecutor executor) => executor.[|Infer|]();
                [AiIgnore("measured by its agents' clients")] object Ignored() => Microsoft.Agents.AI.Workflows.InProcessExecution.RunAsync(this, "hi");
                [AiCall] public partial Task<int> Loop();
                async Task<int> LoopCore() { await Task.Yield(); generator.GenerateNextToken(); return 1; }
            }
            """ + NoRequests);
        Assert.Equal(
            "'RunAsync' is in an [AiCall] scope and is not measured: it runs agents inside the framework, whose own calls are the requests; measure those with "
            + "UseCrossTier() on the chat clients of the agents, or the HTTP handler, and put [AiIgnore(\"measured by its agents' clients\")] here",
            messages[0]);
        Assert.Contains("put the loop around it into the Core of a partial [AiCall] method", messages[1]);
    }

    [Fact]
    public async Task A_dynamic_variable_made_of_a_known_client_is_flagged() => await Check("""
        [assembly: AiCall]
        class C
        {
            static dynamic field = new OpenAI.Chat.ChatClient("gpt-4o", "key");
            object A() { dynamic client = new OpenAI.Chat.ChatClient("gpt-4o", "key"); return client.[|CompleteChat|]("hi"); }
            object B(IChatClient c) { dynamic client = c; return client?.[|GetResponseAsync|](null, null, CancellationToken.None); }
            object D(IChatClient c) => ((dynamic)c).[|GetResponseAsync|](null, null, CancellationToken.None);
            object E() => field.[|CompleteChat|]("hi");
            object F(dynamic unknown) => unknown.CompleteChat("hi");
            object G() { dynamic text = "hi"; return text.CompleteChat(); }
        }
        """);

    const string Accepted = """
        [assembly: AiCall]
        class C(IChatClient client)
        {
            Task Ask() => client.[|GetResponseAsync|]("hi");
            async Task Stream() { await foreach (var x in client.[|GetStreamingResponseAsync|]("hi")) { } }
        }
        """;

    [Fact]
    public async Task An_intercepted_call_is_quiet() =>
        await Check(Accepted.Replace("[|", "").Replace("|]", ""), Measuring with { Generators = [new CrossTierGenerator()] });

    [Fact]
    public async Task Without_a_generator_each_accepted_call_is_flagged()
    {
        var messages = await Check(Accepted, Measuring);
        Assert.All(messages, message => Assert.Contains("no interceptor took it", message));
    }

    [Fact]
    public async Task A_generator_that_throws_fails_the_build() =>
        await Check(Accepted, Measuring with { Generators = [new ThrowingGenerator()] });

    [Fact]
    public async Task An_interceptor_of_another_generator_is_not_ours()
    {
        var messages = await Check("""
            [assembly: AiCall]
            class C(OpenAI.Chat.ChatClient client)
            {
                object Ask() => client.[|CompleteChat|]("hi");
            }
            """, Measuring with { Generators = [new OtherInterceptor()] });
        Assert.Contains("another interceptor took it, 'CrossTier.Generated.Other'", messages[0]);
    }

    [Theory]
    [InlineData("[AiCall] class C(IChatClient client, dynamic text) { object Ask() => client.GetResponseAsync(text); }", DiagnosticSeverity.Error)]
    [InlineData("class C(IChatClient client, dynamic text) { [AiCall] object Ask() => client.GetResponseAsync(text); }", DiagnosticSeverity.Error)]
    [InlineData("class C(IChatClient client) { [AiCall] object Ask() => client.GetResponseAsync([]); }", DiagnosticSeverity.Error)]
    [InlineData(
        "[assembly: AiCall] class C(IChatClient client, dynamic text) { object Ask() => client.GetResponseAsync(text); }",
        DiagnosticSeverity.Warning)]
    [InlineData("[assembly: AiCall] class C(IChatClient client) { object Ask() => client.GetResponseAsync([]); }", DiagnosticSeverity.Warning)]
    public async Task A_call_is_an_error_under_its_own_attribute_and_a_warning_under_the_assemblys(string source, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Measuring.Run(source, new UnmeasurableCallAnalyzer())).Severity);

    [Fact]
    public async Task A_project_that_is_built_without_interceptors_is_quiet() =>
        await Check(Accepted.Replace("[|", "").Replace("|]", ""), new Project());

    [Fact]
    public async Task What_another_generator_writes_is_named_with_the_cast_that_helps()
    {
        var project = Measuring with { Generators = [new CrossTierGenerator(), new TextGenerator()] };
        var messages = await Check("""
            [assembly: AiCall]
            class C(IChatClient client)
            {
                object Property() => client.[|GetResponseAsync|](Texts.Prompt);
                object Concatenation() => client.[|GetResponseAsync|](Texts.Prompt + "!");
                object Variable() { var text = Texts.Prompt; return client.[|GetResponseAsync|](text); }
                object Receiver() => Texts.Client(client).[|GetResponseAsync|]("hi");
            }
            """, project);
        const string Why = "'GetResponseAsync' is in an [AiCall] scope and is not measured: 'Texts' is written by another generator, so the call does not "
            + "bind while generators run; ";
        Assert.Equal(
            [
                Why + "cast the argument: '(string)Texts.Prompt'",
                Why + "cast the argument: '(string)(Texts.Prompt + \"!\")'",
                Why + "cast the argument: '(string)text'",
                Why + "call it on a variable with a declared type",
            ],
            messages);
        await Check("""
            [assembly: AiCall]
            class C(IChatClient client)
            {
                object Property() => client.GetResponseAsync((string)Texts.Prompt);
                object Concatenation() => client.GetResponseAsync((string)(Texts.Prompt + "!"));
                object Variable() { var text = Texts.Prompt; return client.GetResponseAsync((string)text); }
                object Receiver() { IChatClient variable = Texts.Client(client); return variable.GetResponseAsync("hi"); }
            }
            """, project);
    }

    sealed class TextGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            static (output, _) => output.AddSource("Texts.g.cs", """
                static class Texts
                {
                    public static string Prompt => "hi";
                    public static Microsoft.Extensions.AI.IChatClient Client(Microsoft.Extensions.AI.IChatClient client) => client;
                }
                """));
    }

    sealed class ThrowingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (_, _) => throw new InvalidOperationException("broken on purpose"));
    }
}
