using System.IO.Pipelines;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CrossTier.Sdks.Tests.Frameworks;

/// <summary>A server of the Model Context Protocol asks the model of its client: a request of the server, to a model that the reply names.</summary>
public sealed class SamplingTests
{
    const string Protocol = "2025-06-18"; // The last but one in which a server may ask.

    [Fact]
    [AiCall]
    [SdkRow(
        "ModelContextProtocol", typeof(McpServer), "SampleAsync",
        Labels = "provider `mcp`, reply's `Model`", Note = "none: the protocol has no usage, so it counts as missing; the client's own request has it")]
    public async Task Sampling_is_measured()
    {
        var (asked, answered) = (new Pipe(), new Pipe());
        await using var server = McpServer.Create(
            new StreamServerTransport(asked.Reader.AsStream(), answered.Writer.AsStream()),
            new McpServerOptions { ServerInfo = new() { Name = "test", Version = "1" }, ProtocolVersion = Protocol });
        using var stop = new CancellationTokenSource();
        var running = server.RunAsync(stop.Token);
        await using (await McpClient.CreateAsync(
            new StreamClientTransport(asked.Writer.AsStream(), answered.Reader.AsStream()),
            new McpClientOptions
            {
                ProtocolVersion = Protocol,
                Handlers = new()
                {
                    SamplingHandler = (_, _, _) => ValueTask.FromResult(new CreateMessageResult
                    {
                        Model = "sampled",
                        Role = Role.Assistant,
                        Content = [new TextContentBlock { Text = "hi" }],
                        StopReason = "endTurn",
                    }),
                },
            }))
        {
            await server.SampleAsync(new CreateMessageRequestParams
            {
                MaxTokens = 10,
                Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = "hello" }] }],
            });
            await server.SampleAsync([new ChatMessage(ChatRole.User, "hello")]);
        }

        new Sent(2) { Missing = 2 }.IsRecorded("mcp", "sampled");
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);
    }
}
