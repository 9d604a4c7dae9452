using System.Net;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>What serves requests, as its block in the tree is to.</summary>
sealed class Model(Tree server, CancellationTokenSource stop)
{
    int _asked;

    public string Name { get; } = server.Input % 128 == 0 ? "large" : "small";

    public static HttpRequestException Refusal => new("busy", null, HttpStatusCode.TooManyRequests);

    /// <summary>The content of a reply: a call of the tool that is offered, else text.</summary>
    public static AIContent Content(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        options?.Tools is { Count: > 0 } tools && !messages.Any(message => message.Contents.OfType<FunctionResultContent>().Any())
            ? new FunctionCallContent("call", tools[0].Name)
            : new TextContent("yes");

    public string? NewId() => server.Kind == Kind.PlainServer ? null : Guid.NewGuid().ToString("N");

    /// <summary>Serves a request.</summary>
    /// <returns>Its usage; null if it is refused.</returns>
    public async Task<UsageDetails?> ServeAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var before = _asked++;
        if (server.Fault == Fault.Fails || (server.Fault == Fault.FailsOnce && before == 0))
        {
            return null;
        }

        if (server.Fault == Fault.Cancelled)
        {
            await stop.CancelAsync();
        }

        if (server.Fault is Fault.Cancelled or Fault.Waits)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new UsageDetails { InputTokenCount = server.Input + before, OutputTokenCount = server.Output + before };
    }
}
