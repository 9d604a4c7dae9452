using CrossTier.Sdks.Stubs;
using LLama.Abstractions;

namespace LLama;

public class StatelessExecutor(params IEnumerable<object> answers) : ILLamaExecutor
{
    readonly Queue<object> _answers = new(answers);

    public LLamaContext Context { get; } = new();

    public bool IsMultiModal => false;

    public IAsyncEnumerable<string> InferAsync(string prompt, IInferenceParams? inferenceParams = null, CancellationToken token = default) =>
        Scripted.StreamAsync<string>(_answers, token);
}
