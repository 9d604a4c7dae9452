using System.Xml.Linq;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>
/// A project behaves as without the package: hot reload takes edits around calls, strict mocks see their calls alone, coverage counts the user's lines
/// alone, and a stack trace has the user's frames.
/// </summary>
public sealed class UntouchedTests(Feed feed)
{
    static readonly (string Id, string Version)[] s_packages =
    [
        ("Moq", "4.20.72"), ("coverlet.collector", "8.0.1"),
        .. new[] { "xunit.v3.mtp-off", "xunit.runner.visualstudio", "Microsoft.NET.Test.Sdk" }.Select(id => (id, Repository.VersionOf(id))),
    ];

    const string Watched = """
        // program
        using Fakes;
        using Microsoft.Extensions.AI;

        IChatClient client = new FakeClient();
        while (true)
        {
            await Chat.Ask(client);
            await Chat.AskTwice(client);
            var counted = CrossTier.AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_requests_total").Points.Sum(point =>
                point.Value);
            Console.WriteLine($"process {Environment.ProcessId} edit {Chat.Edit()} made {FakeClient.Calls} counted {counted}");
            await Task.Delay(100);
        }
        """;

    const string WatchedChat = """
        using CrossTier;
        using Microsoft.Extensions.AI;

        public static class Chat
        {
            public static int Edit() => 0;

            [AiCall("openai", "gpt-4o")]
            public static async Task Ask(IChatClient client)
            {
                await client.GetResponseAsync("hi");
            }

            [AiCall("ollama", "llama3.2")]
            public static async Task AskTwice(IChatClient client)
            {
                await client.GetResponseAsync("hi");
                await client.GetResponseAsync("hi");
            }
        }
        """;

    const string Library = """
        using CrossTier;
        using Microsoft.Extensions.AI;

        public sealed partial class Chat(IChatClient client)
        {
            [AiCall("openai", "gpt-4o")]
            public async Task<string> Ask(string question)
            {
                var reply = await client.GetResponseAsync([new ChatMessage(ChatRole.User, question)]);
                return reply.Text.Length > 0
                    ? reply.Text
                    : "nothing";
            }

            [AiCall("acme")]
            public partial Task<int> Half(string question);

            Task<int> HalfCore(string question) => Task.FromResult(question.Length);

            public string NeverCalled() => "never";
        }
        """;

    const string Tests = """
        using Microsoft.Extensions.AI;
        using Moq;
        using Xunit;

        public class ChatTests
        {
            [Fact]
            public async Task A_strict_mock_sees_the_call_and_nothing_else()
            {
                var client = new Mock<IChatClient>(MockBehavior.Strict);
                client.Setup(c => c.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), null, default))
                    .ReturnsAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")));
                Assert.Equal("hi", await new Chat(client.Object).Ask("hi"));
                Assert.Equal(2, await new Chat(client.Object).Half("hi"));
                client.Verify(c => c.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), null, default), Times.Once);
                client.VerifyNoOtherCalls();
            }
        }
        """;

    const string Failing = """
        // program
        using CrossTier;
        using Microsoft.Extensions.AI;

        IChatClient client = new FailingClient();
        foreach (var isPending in (bool[])[false, true])
        {
            try
            {
                await Chat.Ask(client, new ChatOptions { ModelId = isPending ? "pending" : "" });
            }
            catch (InvalidOperationException e)
            {
                foreach (var line in e.StackTrace!.Split('\n').Where(line => line.StartsWith("   at ")))
                {
                    Console.WriteLine($"{(isPending ? "pending" : "at once")}: {line.Split(" in ")[0].Trim()}");
                }
            }
        }

        static class Chat
        {
            [AiCall("openai", "gpt-4o")]
            public static async Task<string> Ask(IChatClient client, ChatOptions options)
            {
                var reply = await client.GetResponseAsync("hi", options);
                return reply.Text;
            }
        }

        sealed class FailingClient : IChatClient
        {
            public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken token)
            {
                if (options!.ModelId is "pending")
                {
                    await Task.Delay(20);
                }

                throw new InvalidOperationException();
            }

            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
                IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken token) =>
                throw new NotSupportedException();

            public object? GetService(Type type, object? key) => null;

            public void Dispose()
            {
            }
        }
        """;

    [Fact]
    public async Task Ten_edits_around_calls_are_applied_without_a_restart_and_calls_stay_counted()
    {
        var workspace = feed.Workspace().Project("App", Watched).File("App/Chat.cs", WatchedChat).File("App/Client.cs", Code.Client);
        Assert.SkipUnless((await DotNet.Run(workspace.Folder, feed.Environment, "watch", "--version")).ExitCode == 0, "This SDK has no dotnet watch.");
        using var app = workspace.Watch("App");
        var process = Word(await app.Printed(line => line.Contains(" edit 0 ", StringComparison.Ordinal)), "process");
        await app.Printed(line => line.Contains("Waiting for changes", StringComparison.Ordinal));
        for (var edit = 1; edit <= 10; edit++)
        {
            var line = edit % 2 == 0 ? "// a comment" : $"Console.Write(\"{edit}\"[..0]);";
            var printed = await app.Edit(
                "Chat.cs",
                text => text
                    .Replace($"Edit() => {edit - 1};", $"Edit() => {edit};", StringComparison.Ordinal)
                    .Replace("    await client", $"    {line}\n        await client", StringComparison.Ordinal),
                line => line.Contains($" edit {edit} ", StringComparison.Ordinal));
            Assert.True(Word(printed, "process") == process, string.Join('\n', app.Lines));
            Assert.Equal(Word(printed, "made"), Word(printed, "counted"));
        }

        Assert.DoesNotContain(app.Lines, line => line.Contains("ENC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mocks_and_coverage_see_what_they_see_without_us()
    {
        var workspace = feed.Workspace();
        workspace.Project("Lib", Library).Bare(
            "Tests",
            Tests,
            "<IsTestProject>true</IsTestProject><OutputType>Exe</OutputType>",
            Workspace.Reference("Lib") + string.Concat(s_packages.Select(package =>
                $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />""")));
        var measured = await Coverage(workspace, "measured");
        Assert.Equal(await Coverage(workspace, "plain", "-p:CrossTierEnabled=false"), measured);
        Assert.Equal(["Code.cs"], measured.Select(line => line.Split('(')[0]).Distinct());
        Assert.Contains("Code.cs(9): 1", measured);
        Assert.Contains("Code.cs(20): 0", measured);
    }

    [Fact]
    public async Task A_stack_trace_has_the_same_frames_and_for_a_pending_task_at_most_one_more()
    {
        var workspace = feed.Workspace().Project("App", Failing);
        var measured = await Frames(workspace);
        var plain = await Frames(workspace, "-p:CrossTierEnabled=false");
        Assert.Equal(plain["at once"], measured["at once"]);
        Assert.Equal(plain["pending"], measured["pending"].Intersect(plain["pending"]));
        Assert.InRange(measured["pending"].Count, plain["pending"].Count, plain["pending"].Count + 1);
        Assert.Contains(plain["pending"], frame => frame.Contains("Chat.Ask", StringComparison.Ordinal));
    }

    // The covered lines of the library, as coverlet counts them.
    static async Task<IReadOnlyList<string>> Coverage(Workspace workspace, string name, params string[] properties)
    {
        var (exit, output) = await workspace.Test("Tests", ["--collect:XPlat Code Coverage", "--results-directory", name, .. properties]);
        Assert.True(exit == 0, output);
        var report = Directory.GetFiles(Path.Combine(workspace.Folder, name), "coverage.cobertura.xml", SearchOption.AllDirectories).Single();
        return
        [
            .. XDocument.Load(report).Descendants("class")
                .SelectMany(type => type.Elements("lines").Elements("line").Select(line =>
                    $"{Path.GetFileName((string)type.Attribute("filename")!)}({(string)line.Attribute("number")!}): {(string)line.Attribute("hits")!}"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    // The frames of each failure, innermost first, without lines.
    static async Task<IReadOnlyDictionary<string, List<string>>> Frames(Workspace workspace, params string[] properties)
    {
        (await workspace.Build("App", properties)).Succeeded().Says();
        return (await workspace.Run("App")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .GroupBy(line => line[0], line => line[1])
            .ToDictionary(frames => frames.Key, frames => frames.ToList());
    }

    static string Word(string line, string after)
    {
        var words = line.Split(' ');
        return words[Array.IndexOf(words, after) + 1];
    }
}
