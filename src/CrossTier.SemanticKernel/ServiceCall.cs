using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.SemanticKernel.Usage;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Services;

namespace CrossTier.SemanticKernel;

/// <summary>A measured call of a kernel's service, which calls the kernel's functions itself: no prompt function is around it.</summary>
sealed class ServiceCall : IRoundRequests
{
    static readonly ConditionalWeakTable<LoopRequest, ServiceCall> Calls = [];

    readonly LoopRequest _request;

    ServiceCall(LoopRequest request)
    {
        _request = request;
        Rounds = new ToolRounds(this);
    }

    /// <summary>The call that the code runs in; null if it is none of ours.</summary>
    public static ServiceCall? Current =>
        LoopRequest.Current is { Client: IAIService } request ? Calls.GetValue(request, static request => new ServiceCall(request)) : null;

    public ToolRounds Rounds { get; }

    public void Completed(AutoFunctionInvocationContext context) =>
        _request.Completed<object?, UsageReader>(_request.IsSummed ? UsageReader.ReportedLater : context.ChatMessageContent);

    public void Begin() => _request.Begin();

    public void Withdraw() => _request.Withdraw();
}
