using System.ClientModel;

namespace OpenAI.Responses;

/// <summary>
/// The client of responses in OpenAI 2.2 to 2.8, which no served version has: its names, signatures and reply type, over the client that
/// came after it.
/// </summary>
public class OpenAIResponseClient(ResponsesClient client, string model, Uri endpoint)
{
    public Uri Endpoint => endpoint;

    public string Model => model;

    public virtual ClientResult<OpenAIResponse> CreateResponse(
        string userInputText,
        ResponseCreationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Older(client.CreateResponse(model, userInputText, cancellationToken: cancellationToken));

    public virtual async Task<ClientResult<OpenAIResponse>> CreateResponseAsync(
        string userInputText,
        ResponseCreationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Older(await client.CreateResponseAsync(model, userInputText, cancellationToken: cancellationToken));

    public virtual CollectionResult<StreamingResponseUpdate> CreateResponseStreaming(
        string userInputText,
        ResponseCreationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.CreateResponseStreaming(model, userInputText, cancellationToken: cancellationToken);

    public virtual AsyncCollectionResult<StreamingResponseUpdate> CreateResponseStreamingAsync(
        string userInputText,
        ResponseCreationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.CreateResponseStreamingAsync(model, userInputText, cancellationToken: cancellationToken);

    static ClientResult<OpenAIResponse> Older(ClientResult<ResponseResult> result) =>
        ClientResult.FromValue(new OpenAIResponse(result.Value), result.GetRawResponse());
}
