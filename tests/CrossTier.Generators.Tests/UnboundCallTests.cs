using System.Reflection;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Tests;

/// <summary>Calls that mention what another generator writes, which no generator sees: beside the generators of JSON contexts and of view models.</summary>
public sealed class UnboundCallTests
{
    const string Surroundings = """

        public sealed record Animal(string Name);

        [System.Text.Json.Serialization.JsonSerializable(typeof(Animal))]
        [System.Text.Json.Serialization.JsonSerializable(typeof(List<Animal[]>))]
        [System.Text.Json.Serialization.JsonSerializable(typeof(int?), TypeInfoPropertyName = "Count")]
        sealed partial class Ctx : System.Text.Json.Serialization.JsonSerializerContext;

        partial class Page : CommunityToolkit.Mvvm.ComponentModel.ObservableObject
        {
            [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] string? _question = "one two three";
            [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] ChatMessage[] m_history = [];
            [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] IChatClient asked = null!;
            [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] Inner inner = new();
        }

        sealed partial class Inner : CommunityToolkit.Mvvm.ComponentModel.ObservableObject
        {
            [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] string text = "";
        }

        static class Steps
        {
            public static Task<T> Retry<T>(Func<Task<T>> work) => work();
            public static T Run<T>(Func<T> work) => work();
            public static T Made<T>(Action<T> setup) where T : new() => new T();
            public static object Keep<T>(System.Linq.Expressions.Expression<Func<T>> tree) => tree;
        }

        namespace Moq
        {
            sealed class Mock<T> { public object Setup<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> call) => call; }
        }

        namespace NSubstitute
        {
            static class SubstituteExtensions { public static object Returns<T>(this T value, T result) => value!; }
        }
        """;

    static readonly Dictionary<string, string> Paths = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(entry => entry.Key is "PackageRoot" or "JsonGenerator" or "MvvmVersion")
        .ToDictionary(entry => entry.Key, entry => entry.Value!);

    public static TheoryData<string, string> Known => new()
    {
        { "the options of a context", "client.GetResponseAsync<Animal>(\"hi\", Ctx.Default.Options)" },
        { "an argument by name", "client.GetResponseAsync<Animal>(serializerOptions: Ctx.Default.Options, chatMessage: \"hi\")" },
        { "a type's description", "client.GetResponseAsync(Ctx.Default.Animal.Type.Name)" },
        { "the description of nested types", "client.GetResponseAsync(Ctx.Default.ListAnimalArray.Type.Name)" },
        { "a description under a name of its own", "client.GetResponseAsync(Ctx.Default.Count.Type.Name)" },
        { "a property of a view model", "client.GetResponseAsync(Question!)" },
        { "a property of this", "client.GetResponseAsync(this.Question ?? \"\")" },
        { "a list", "client.GetResponseAsync(History)" },
        { "a stream", "client.GetStreamingResponseAsync(Question + \" more\")" },
        { "a property of a property", "client.GetResponseAsync(Inner.Text)" },
        { "another's property", "client.GetResponseAsync(other.Inner.Text.Trim())" },
        { "an interpolation", "client.GetResponseAsync($\"{Question}: {Inner.Text}\")" },
        { "a lambda inside", "client.GetResponseAsync(new[] { 1 }.Select(at => new ChatMessage(ChatRole.User, Question + at)))" },
        { "a condition", "client.GetResponseAsync(Question is null ? \"\" : Question)" },
        { "the receiver", "Asked.GetResponseAsync(\"hi\")" },
        { "both", "Asked.GetResponseAsync(Question!)" },
        { "a conditional access", "client?.GetResponseAsync(Question!)" },
        { "a conditional access to the receiver", "Asked?.GetResponseAsync(Question!)" },
        { "a static form", "ChatClientExtensions.GetResponseAsync(client, Question!)" },
        { "a lambda around it", "Steps.Retry(() => client.GetResponseAsync(Question!))" },
        { "a call on its result", "client.GetResponseAsync(Question!).ContinueWith(done => done.Result.Text.Length)" },
        { "an object around it", "new { Reply = client.GetResponseAsync(Question!) }" },
        { "a property set in a lambda", "client.GetResponseAsync(\"hi\", Steps.Made<ChatOptions>(options => options.ModelId = Question))" },
        { "a variable", "Steps.Run(() => { var text = Question!; var again = text; return client.GetResponseAsync(again); })" },
        { "a variable that is awaited", "Steps.Run(async () => { var text = await Task.FromResult(Question!); return await client.GetResponseAsync(text); })" },
        { "a cast", "client.GetResponseAsync((string)Texts.Prompt)" },
        { "options of an unknown type", "client.GetResponseAsync(\"hi\", Texts.Options)" },
        { "an unknown argument by name", "client.GetStreamingResponseAsync(options: Texts.Options, chatMessage: \"hi\")" },
        { "an unknown type argument", "client.GetResponseAsync<Texts.Reply>(\"hi\")" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void It_is_measured_with(string argument, string call)
    {
        var (output, inventory) = Build(new Project(), Program(call));
        Assert.Equal((argument, "measured"), (argument, Assert.Single(inventory).State));
        Assert.Empty(Problems(output));
        Assert.Single(Intercepted(output));
    }

    [Theory]
    [InlineData("UnboundArgument", "client.GetResponseAsync(Texts.Prompt)")]
    [InlineData("UnboundArgument", "client.GetResponseAsync(Texts.Prompt, options: null)")]
    [InlineData("UnboundArgument", "Texts.Run(() => client.GetResponseAsync(Question!))")]
    [InlineData("ExpressionTree", "Steps.Keep(() => client.GetResponseAsync(Question!, null, default))")]
    [InlineData("StructReceiver", "((Func<T, object>)(one => one.GetResponseAsync(History)))(default!)")]
    public void It_is_refused_for(string reason, string call)
    {
        var (output, inventory) = Build(new Project(), Program(call));
        Assert.Equal([("refused", reason)], inventory.Select(entry => (entry.State, entry.Reason!)));
        Assert.Empty(Problems(output));
        Assert.Empty(Intercepted(output));
    }

    [Theory]
    [InlineData("new Moq.Mock<IChatClient>().Setup(mocked => mocked.GetResponseAsync(History, null, default))")]
    [InlineData("NSubstitute.SubstituteExtensions.Returns(client.GetResponseAsync(History), Task.FromResult(new ChatResponse()))")]
    public void A_set_up_of_a_mock_is_no_call(string call)
    {
        var (output, inventory) = Build(new Project(), Program(call));
        Assert.Empty(inventory);
        Assert.Empty(Problems(output));
    }

    [Theory]
    [InlineData("client.GetResponseAsync(mistyped)")]
    [InlineData("client.GetResponseAsync(\"hi\", mistyped)")]
    [InlineData("client.GetResponseAsync(\"hi\", Ctx.Default.Mistyped)")]
    [InlineData("mistyped.GetResponseAsync(Question)")]
    public void A_mistake_has_the_compilers_message_alone(string call) =>
        Assert.Contains("istyped", Assert.Single(Problems(Build(new Project(), Program(call)).Output)), StringComparison.Ordinal);

    [Fact]
    public void A_project_can_leave_them_out()
    {
        var (output, inventory) = Build(
            new Project { Properties = Project.Property("CrossTierInterceptUnbound", "false") },
            Program("new object[] { client.GetResponseAsync(Question!), client.GetResponseAsync(\"hi\") }"));
        Assert.Equal([("measured", null), ("refused", "UnboundArgument")], inventory.Select(entry => (entry.State, entry.Reason)).Order());
        Assert.Empty(Problems(output));
    }

    static string Program(string call) =>
        $$"""
        partial class Page { [AiCall("unbound", "some")] public object? Ask<T>(IChatClient client, Page other) where T : IChatClient => {{call}}; }
        """ + Surroundings;

    static IEnumerable<IMethodSymbol> Intercepted(Compilation output) => output.SyntaxTrees.Where(tree => tree.FilePath == "/project/Code.cs")
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Select(call => output.GetSemanticModel(call.SyntaxTree).GetInterceptorMethod(call))
        .OfType<IMethodSymbol>();

    static IEnumerable<string> Problems(Compilation output) => output.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
        .Select(diagnostic => diagnostic.ToString());

    static (Compilation Output, IReadOnlyList<InventoryEntry> Inventory) Build(Project project, Source source)
    {
        var mvvm = Path.Combine(Paths["PackageRoot"], "communitytoolkit.mvvm", Paths["MvvmVersion"], "analyzers", "dotnet", "roslyn4.12", "cs");
        CSharpGeneratorDriver.Create(
                [
                    new CrossTierGenerator().AsSourceGenerator(),
                    new TextGenerator().AsSourceGenerator(),
                    .. In(Paths["JsonGenerator"]),
                    .. In(Path.Combine(mvvm, "CommunityToolkit.Mvvm.SourceGenerators.dll")),
                ],
                parseOptions: project.Parsing,
                optionsProvider: project.Options)
            .RunGeneratorsAndUpdateCompilation(project.Compile([source]), out var output, out _, TestContext.Current.CancellationToken);
        return (output, InventoryEntry.Of(output));
    }

    static IEnumerable<ISourceGenerator> In(string path) => Assembly.LoadFrom(path).GetTypes()
        .Where(type => type.IsDefined(typeof(GeneratorAttribute)) && typeof(IIncrementalGenerator).IsAssignableFrom(type))
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());

    // One that nobody knows.
    sealed class TextGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            static (output, _) => output.AddSource(
                "Texts.g.cs",
                """
                static class Texts
                {
                    public static string Prompt => "hi";
                    public static Microsoft.Extensions.AI.ChatOptions Options => new();
                    public static T Run<T>(System.Func<T> work) => work();
                    public sealed record Reply(string Text);
                }
                """));
    }
}
