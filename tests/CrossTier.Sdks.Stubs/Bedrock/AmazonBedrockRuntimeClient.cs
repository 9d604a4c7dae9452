using System.Net.Http.Json;
using Amazon.BedrockRuntime.Model;
using CrossTier.Sdks.Stubs;

namespace Amazon.BedrockRuntime;

public class AmazonBedrockRuntimeClient(params IEnumerable<object> answers) : IAmazonBedrockRuntime
{
    readonly Queue<object> _answers = new(answers);
    readonly HttpClient? _http;

    /// <summary>A client whose streams come from a server, as bytes.</summary>
    public AmazonBedrockRuntimeClient(Uri endpoint)
        : this([]) => _http = new HttpClient { BaseAddress = endpoint };

    public virtual Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<ConverseResponse>(_answers, cancellationToken);

    public virtual async Task<ConverseStreamResponse> ConverseStreamAsync(ConverseStreamRequest request, CancellationToken cancellationToken = default) =>
        _http is null
            ? await Scripted.ReplyAsync<ConverseStreamResponse>(_answers, cancellationToken)
            : new ConverseStreamResponse { Stream = new ConverseStreamOutput(await OpenAsync("converse-stream", cancellationToken)) };

    public virtual Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<InvokeModelResponse>(_answers, cancellationToken);

    public virtual async Task<InvokeModelWithResponseStreamResponse> InvokeModelWithResponseStreamAsync(
        InvokeModelWithResponseStreamRequest request,
        CancellationToken cancellationToken = default) => _http is null
        ? await Scripted.ReplyAsync<InvokeModelWithResponseStreamResponse>(_answers, cancellationToken)
        : new InvokeModelWithResponseStreamResponse { Body = new ResponseStream(await OpenAsync("invoke-with-response-stream", cancellationToken)) };

    public void Dispose()
    {
        _http?.Dispose();
        GC.SuppressFinalize(this);
    }

    // The bytes of the reply are the stream's own: the SDK reads none of them before its caller does.
    async Task<Stream> OpenAsync(string operation, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, operation) { Content = JsonContent.Create("{}") };
        var reply = await _http!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return reply.IsSuccessStatusCode
            ? await reply.Content.ReadAsStreamAsync(cancellationToken)
            : throw new ThrottlingException("slow down", reply.StatusCode);
    }
}
