namespace LLama.Abstractions;

public interface ILLamaExecutor
{
    LLamaContext Context { get; }

    bool IsMultiModal { get; }

    IAsyncEnumerable<string> InferAsync(string text, IInferenceParams? inferenceParams = null, CancellationToken token = default);
}
