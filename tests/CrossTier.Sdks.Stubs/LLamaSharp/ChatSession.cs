using LLama.Abstractions;
using LLama.Common;

namespace LLama;

public class ChatSession(ILLamaExecutor executor)
{
    public ILLamaExecutor Executor { get; } = executor;

    public IAsyncEnumerable<string> ChatAsync(
        ChatHistory.Message message,
        bool applyInputTransformPipeline,
        IInferenceParams? inferenceParams = null,
        CancellationToken cancellationToken = default) =>
        Executor.InferAsync(message.Content, inferenceParams, cancellationToken);

    public IAsyncEnumerable<string> ChatAsync(
        ChatHistory.Message message,
        IInferenceParams? inferenceParams = null,
        CancellationToken cancellationToken = default) =>
        ChatAsync(message, applyInputTransformPipeline: true, inferenceParams, cancellationToken);

    public IAsyncEnumerable<string> ChatAsync(ChatHistory history, IInferenceParams? inferenceParams = null, CancellationToken cancellationToken = default) =>
        ChatAsync(history.Messages[^1], inferenceParams, cancellationToken);

    public IAsyncEnumerable<string> RegenerateAssistantMessageAsync(InferenceParams? inferenceParams = null, CancellationToken cancellationToken = default) =>
        Executor.InferAsync("", inferenceParams, cancellationToken);
}
