using System.Text.Json;
using CrossTier.Frameworks.Tests.Composition.Programs;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>Partial methods that ask a measured helper and then send HTTP of their own.</summary>
sealed partial class HelpedHttp(IChatClient helper, HttpClient http, Uri address)
{
    /// <summary>Its reply reports no usage.</summary>
    [AiCall("acme", "anvil")]
    public partial Task<string> TextAsync(CancellationToken cancellationToken);

    async Task<string> TextAsyncCore(CancellationToken cancellationToken)
    {
        await AnnotatedClient.AskAsync(helper, cancellationToken);
        using var reply = await SendAsync(cancellationToken);
        return reply.RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Its reply has the usage.</summary>
    [AiCall("acme", "anvil")]
    public partial Task<Answer> AnswerAsync(CancellationToken cancellationToken);

    async Task<Answer> AnswerAsyncCore(CancellationToken cancellationToken)
    {
        await AnnotatedClient.AskAsync(helper, cancellationToken);
        using var reply = await SendAsync(cancellationToken);
        var usage = reply.RootElement.GetProperty("usage");
        return new Answer(new(usage.GetProperty("prompt_tokens").GetInt32(), usage.GetProperty("completion_tokens").GetInt32()));
    }

    async Task<JsonDocument> SendAsync(CancellationToken cancellationToken)
    {
        using var body = new StringContent("""{"model":"anvil","messages":[],"stream":false}""", null, "application/json");
        using var reply = await http.PostAsync(address, body, cancellationToken);
        return JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    internal sealed record Answer(Tokens Usage);

    internal sealed record Tokens(int InputTokens, int OutputTokens);
}
