using Amazon.BedrockRuntime.Model;

namespace Amazon.BedrockRuntime;

public interface IAmazonBedrockRuntime : IDisposable
{
    Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default);

    Task<ConverseStreamResponse> ConverseStreamAsync(ConverseStreamRequest request, CancellationToken cancellationToken = default);

    Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default);

    Task<InvokeModelWithResponseStreamResponse> InvokeModelWithResponseStreamAsync(
        InvokeModelWithResponseStreamRequest request,
        CancellationToken cancellationToken = default);
}
