using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>Edits around calls reach a running program as if its calls were not measured.</summary>
public sealed class HotReloadTests(Feed feed)
{
    const string Program = """
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

    const string Chat = """
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

    [Fact]
    public async Task Ten_edits_around_calls_are_applied_without_a_restart_and_calls_stay_counted()
    {
        var workspace = feed.Workspace().Project("App", Program).File("App/Chat.cs", Chat).File("App/Client.cs", Code.Client);
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

    static string Word(string line, string after)
    {
        var words = line.Split(' ');
        return words[Array.IndexOf(words, after) + 1];
    }
}
