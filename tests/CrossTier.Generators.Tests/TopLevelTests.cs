using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests;

/// <summary>A program without a member to annotate: one attribute on the assembly measures it as a whole.</summary>
public sealed class TopLevelTests
{
    [Fact]
    public async Task Every_call_of_the_program_is_measured()
    {
        var generation = Generation.Of(new Project { Name = "TopLevel", Output = OutputKind.ConsoleApplication }, new Source("/project/Program.cs", """
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using CrossTier;
            using Microsoft.Extensions.AI;

            [assembly: AiCall]

            IChatClient client = new Client();
            await client.GetResponseAsync("top-level statement");
            await Local();
            Func<Task> lambda = async () => await client.GetResponseAsync("lambda");
            await lambda();
            await new Type().Reply(client);
            await Ignored();

            Task Local() => client.GetResponseAsync("local function");

            [AiIgnore("excused")]
            Task Ignored() => client.GetResponseAsync("ignored");

            class Type
            {
                public Task Reply(IChatClient client) => client.GetResponseAsync("method");
            }

            class Client : IChatClient
            {
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                    CancellationToken cancellationToken = default) => Task.FromResult(new ChatResponse());

                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages,
                    ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

                public object? GetService(System.Type serviceType, object? serviceKey = null) =>
                    serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("top level", null, "model") : null;

                public void Dispose() { }
            }
            """));
        Assert.Equal(
            ["Program.Main", "Program.Main/Ignored", "Program.Main/Local", "Program.Main/lambda", "Type.Reply"],
            generation.Inventory.Select(entry => entry.Call).Order(StringComparer.Ordinal));
        Assert.Equal(4, generation.Inventory.Count(entry => entry.State == "measured"));
        await generation.Load().RunEntryPointAsync();
        Assert.Equal(4, Series.Requests("top level", "model", "success"));
    }
}
