namespace Microsoft.SemanticKernel.Agents.Orchestration;

public sealed class OrchestrationResult<TValue>(TValue value)
{
    public ValueTask<TValue> GetValueAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => ValueTask.FromResult(value);
}
