using System.Runtime.CompilerServices;
using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

[assembly: CrossTier.AiApi(typeof(IAcmeClient), nameof(IAcmeClient.SolveAsync), Provider = "acme", Model = "Options.ModelName", Usage = "Meta.Billed")]
[assembly: CrossTier.AiApi(
    typeof(AcmeExtensions),
    nameof(AcmeExtensions.SolveTwiceAsync),
    Provider = "acme",
    Model = "Options.ModelName",
    InputTokens = "Meta.Billed.TokensIn",
    OutputTokens = "Meta.Billed.TokensOut")]
[assembly: CrossTier.AiApi(typeof(AcmePool<>), nameof(AcmePool<>.Solve), Provider = "acme", Model = "request.Model")]
[assembly: CrossTier.AiApi(
    typeof(AcmePool<>),
    nameof(AcmePool<>.SolveStream),
    Provider = "acme",
    Model = "request.Model",
    InputTokens = "Final.In",
    OutputTokens = "Final.Out")]
[assembly: CrossTier.AiApi(typeof(AcmeOverChat), nameof(AcmeOverChat.SolveOverChatAsync), Provider = "acme", Model = "ModelId")]
[assembly: CrossTier.AiApi(typeof(AcmeStatic), nameof(AcmeStatic.SolveValueAsync))]

namespace CrossTier.Integration.Tests.Support;

/// <summary>An SDK that no catalogue knows, with names of its own.</summary>
public interface IAcmeClient
{
    AcmeOptions Options { get; }

    Task<AcmeReply> SolveAsync(string problem);

    Task<AcmeReply> SolveAsync(string problem, int effort, CancellationToken cancellation = default);
}

public sealed record AcmeOptions(string ModelName);

public sealed record AcmeReply(string Text, AcmeMeta? Meta);

public sealed record AcmeMeta(AcmeBilled Billed);

/// <summary>Both in the names that <c>InputTokens</c> and <c>OutputTokens</c> must point at, and readable as a usage.</summary>
public sealed record AcmeBilled(int TokensIn, long? TokensOut) : IAiUsage
{
    long IAiUsage.InputTokens => TokensIn;

    long IAiUsage.OutputTokens => TokensOut ?? 0;
}

public sealed class AcmeClient(string model) : IAcmeClient
{
    public AcmeOptions Options { get; } = new(model);

    public async Task<AcmeReply> SolveAsync(string problem)
    {
        await Task.Yield();
        return new AcmeReply(problem, new AcmeMeta(new AcmeBilled(3, 4)));
    }

    public Task<AcmeReply> SolveAsync(string problem, int effort, CancellationToken cancellation = default) =>
        effort < 0 ? throw new TimeoutException() : Task.FromResult(new AcmeReply(problem, effort == 0 ? null : new AcmeMeta(new AcmeBilled(effort, effort))));
}

public static class AcmeExtensions
{
    public static async Task<AcmeReply> SolveTwiceAsync(this IAcmeClient client, string problem)
    {
        await Task.Yield();
        return new AcmeReply(problem + client.Options.ModelName, new AcmeMeta(new AcmeBilled(30, 40)));
    }
}

public sealed class AcmePool<TProblem>
    where TProblem : class
{
    /// <summary>Synchronous, generic in type and method, with a usage in the usual names.</summary>
    public AcmeAnswer<TResult> Solve<TResult>(AcmeRequest request, TProblem problem)
        where TResult : struct => new(new AcmeUsage(problem.ToString()!.Length, 2));

    public async IAsyncEnumerable<AcmeChunk> SolveStream(
        AcmeRequest? request,
        TProblem problem,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new AcmeChunk("", null);
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        yield return new AcmeChunk(problem.ToString()!, null);
        yield return new AcmeChunk("", new AcmeFinal(7, 8));
    }
}

public sealed record AcmeRequest(string Model);

public sealed record AcmeUsage(int InputTokens, int OutputTokens);

public readonly record struct AcmeAnswer<TResult>(AcmeUsage Usage);

public sealed record AcmeChunk(string Text, AcmeFinal? Final);

public readonly record struct AcmeFinal(int In, int Out);

/// <summary>A client of one's own over another that is known: the inner call is the request.</summary>
[CrossTier.AiCall]
public sealed class AcmeOverChat(IChatClient inner)
{
    public string ModelId => "acme-over-chat";

    public async Task<string> SolveOverChatAsync(string problem) => (await inner.GetResponseAsync("solve " + problem)).Text;
}

public static class AcmeStatic
{
    public static ValueTask<AcmeUsage> SolveValueAsync(string problem) => new(new AcmeUsage(problem.Length, 1));
}
