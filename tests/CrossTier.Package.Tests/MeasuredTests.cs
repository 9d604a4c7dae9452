using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>Projects that have the package and nothing else of ours: calls made are calls recorded.</summary>
public sealed class MeasuredTests(Feed feed)
{
    const string Calls = """
        // program
        using CrossTier;
        using Fakes;
        using Microsoft.Extensions.AI;

        IChatClient client = new FakeClient();
        await Chat.Ask(client);
        await Chat.Stream(client);
        await new Chat().Half("hi");
        var lambda = [AiCall("ollama", "llama3.2")] () => client.GetResponseAsync("hi");
        await lambda();

        """ + Code.Print + """

        public sealed partial class Chat
        {
            [AiCall("openai", "gpt-4o")]
            public static Task Ask(IChatClient client) => client.GetResponseAsync("hi");

            [AiCall("openai", "gpt-4o")]
            public static async Task Stream(IChatClient client)
            {
                await foreach (var _ in client.GetStreamingResponseAsync("hi"))
                {
                }
            }

            [AiCall("acme", "hand-written")]
            public partial Task<Reply> Half(string question);

            Task<Reply> HalfCore(string question)
            {
                FakeClient.Calls++;
                return Task.FromResult(new Reply(new Usage(3, 2)));
            }
        }

        public sealed record Reply(Usage Usage);

        public sealed record Usage(int InputTokens, int OutputTokens);
        """;

    static readonly string[] Recorded =
    [
        "acme,hand-written,input 3", "acme,hand-written,output 2", "acme,hand-written,success 1",
        "made 4",
        "ollama,llama3.2,input 3", "ollama,llama3.2,output 2", "ollama,llama3.2,success 1",
        "openai,gpt-4o,input 6", "openai,gpt-4o,output 4", "openai,gpt-4o,success 2",
    ];

    [Fact]
    public async Task A_fresh_console_project_is_measured()
    {
        var workspace = feed.Workspace().Project("App", Calls).File("App/Client.cs", Code.Client);
        (await workspace.Build("App")).Succeeded().Says();
        Assert.Equal(Recorded, Lines(await workspace.Run("App")));
    }

    [Fact]
    public async Task Disabled_the_same_project_builds_and_records_nothing()
    {
        var workspace = feed.Workspace().Project("App", Calls, "<CrossTierEnabled>false</CrossTierEnabled>").File("App/Client.cs", Code.Client);
        (await workspace.Build("App")).Succeeded();
        Assert.Equal(["made 4"], Lines(await workspace.Run("App")));
    }

    [Fact]
    public async Task A_project_that_only_references_the_first_is_measured_too()
    {
        var workspace = Library().Bare("App", Caller(""), items: Workspace.Reference("Lib"));
        (await workspace.Build("App")).Succeeded().Says();
        Assert.Equal(
            [
                "made 2", "ollama,llama3.2,input 3", "ollama,llama3.2,output 2", "ollama,llama3.2,success 1",
                "openai,gpt-4o,input 3", "openai,gpt-4o,output 2", "openai,gpt-4o,success 1",
            ],
            Lines(await workspace.Run("App")));
    }

    [Fact]
    public async Task The_package_of_an_exporter_brings_everything()
    {
        var workspace = feed.Workspace();
        workspace.Bare("App", Calls, items: workspace.Package("CrossTier.Prometheus")).File("App/Client.cs", Code.Client);
        (await workspace.Build("App")).Succeeded().Says();
        Assert.Equal(Recorded, Lines(await workspace.Run("App")));
    }

    [Fact]
    public async Task A_second_copy_of_the_generator_does_not_count_twice()
    {
        var workspace = feed.Workspace();
        workspace.Project("App", Calls, items: """<Analyzer Include="../parts/*.dll" />""").File("App/Client.cs", Code.Client);
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "parts"));
        foreach (var part in (string[])["CrossTier.Generators", "CrossTier.Analyzers"])
        {
            using var package = feed.Open("CrossTier");
            using var copy = File.Create(Path.Combine(workspace.Folder, "parts", part + ".dll"));
            package.GetEntry($"analyzers/dotnet/cs/{part}.dll")!.Open().CopyTo(copy);
        }

        var build = (await workspace.Build("App")).Succeeded();
        build.Says();
        Assert.Contains("App: CrossTier leaves out '../parts/CrossTier.Generators.dll', since the package brings its own copy.", build.Output);
        Assert.Equal(Recorded, Lines(await workspace.Run("App")));
    }

    [Fact]
    public async Task Two_folders_give_the_same_assembly()
    {
        var images = new List<byte[]>();
        foreach (var name in (string[])["here", "somewhere/else"])
        {
            var workspace = feed.Workspace(name).Project("App", Calls, "<PathMap>$(MSBuildProjectDirectory)=/src</PathMap>").File("App/Client.cs", Code.Client);
            (await workspace.Build("App")).Succeeded();
            images.Add(await File.ReadAllBytesAsync(Path.Combine(workspace.Folder, "App/bin/Debug/net10.0/App.dll"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(images[0], images[1]);
    }

    Workspace Library() => feed.Workspace()
        .Project("Lib", """
            using CrossTier;
            using Microsoft.Extensions.AI;

            public static class Chat
            {
                [AiCall("openai", "gpt-4o")]
                public static Task Ask(IChatClient client) => client.GetResponseAsync("hi");
            }
            """)
        .File("Lib/Client.cs", Code.Client);

    static string Caller(string attributes) => $$"""
        // program
        using CrossTier;
        using Fakes;
        using Microsoft.Extensions.AI;
        {{attributes}}

        IChatClient client = new FakeClient();
        await Chat.Ask(client);
        var own = [AiCall("ollama", "llama3.2")] () => client.GetResponseAsync("hi");
        await own();
        {{Code.Print}}
        """;

    static IEnumerable<string> Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal);
}
