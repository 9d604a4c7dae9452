using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>What references a project is compiled again when its reference assembly changes.</summary>
public sealed class ReferenceAssemblyTests(Feed feed)
{
    const string Calls = """
        using CrossTier;
        using Microsoft.Extensions.AI;

        public static partial class Chat
        {
            [AiCall("openai", "gpt-4o")]
            public static Task Measured(IChatClient client) => client.GetResponseAsync("hi");

            public static Task Unscoped(IChatClient client) => client.GetResponseAsync("hi");

            [AiIgnore("warm-up")]
            public static async Task Ignored(IChatClient client)
            {
                await client.GetResponseAsync("hi");
            }

            [AiCall]
            public static partial Task<ChatResponse> Half(IChatClient client);

            static Task<ChatResponse> HalfCore(IChatClient client) => client.GetResponseAsync("hi");
        }
        """;

    [Fact]
    public async Task A_line_above_a_call_leaves_the_reference_assembly_as_it_was()
    {
        var workspace = feed.Workspace().Project("App", Calls);
        var before = await ReferenceAssembly(workspace);
        workspace.File(
            "App/Code.cs",
            Calls.Replace("    public static", "    // a comment\n\n    public static", StringComparison.Ordinal)
                .Replace("await", "await // now\n", StringComparison.Ordinal));
        Assert.Equal(before, await ReferenceAssembly(workspace));

        // A call more is another inventory.
        workspace.File(
            "App/Code.cs",
            Calls.Replace("        await client", "        await client.GetResponseAsync(\"hi\");\n        await client", StringComparison.Ordinal));
        Assert.NotEqual(before, await ReferenceAssembly(workspace));
    }

    static async Task<byte[]> ReferenceAssembly(Workspace workspace)
    {
        (await workspace.Build("App")).Succeeded();
        return await File.ReadAllBytesAsync(Path.Combine(workspace.Folder, "App/obj/Debug/net10.0/ref/App.dll"), TestContext.Current.CancellationToken);
    }
}
