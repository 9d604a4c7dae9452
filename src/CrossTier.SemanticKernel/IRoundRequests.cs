using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel;

/// <summary>The requests of a loop over tools.</summary>
interface IRoundRequests
{
    /// <summary>The request that was under way has ended with the reply that calls a tool.</summary>
    void Completed(AutoFunctionInvocationContext context);

    /// <summary>The next one begins.</summary>
    void Begin();

    /// <summary>The one that has begun is none.</summary>
    void Withdraw();
}
