using Amazon.BedrockRuntime.Model;
using CrossTier.Sdks.Stubs;

namespace Amazon.BedrockRuntime;

public class AmazonBedrockRuntimeClient(params IEnumerable<object> answers) : IAmazonBedrockRuntime
{
    readonly Queue<object> _answers = new(answers);

    public virtual Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<ConverseResponse>(_answers, cancellationToken);

    public virtual Task<ConverseStreamResponse> ConverseStreamAsync(ConverseStreamRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<ConverseStreamResponse>(_answers, cancellationToken);

    public virtual Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<InvokeModelResponse>(_answers, cancellationToken);

    public virtual Task<InvokeModelWithResponseStreamResponse> InvokeModelWithResponseStreamAsync(InvokeModelWithResponseStreamRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<InvokeModelWithResponseStreamResponse>(_answers, cancellationToken);

    public void Dispose() => GC.SuppressFinalize(this);
}
