using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using CrossTier.Http.Tests.Support;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.Http.Tests.Layers;

/// <summary>A server that fails as often as it is told, each time in the order given, and then answers.</summary>
static class Attempts
{
    const string Whole =
        """{"id":"1","object":"chat.completion","created":1,"model":"gpt-4o","choices":[{"index":0,"message":"""
        + """{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}""";

    const string Streamed = """
        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"gpt-4o","choices":[{"index":0,"delta":{"role":"assistant","content":"hi"},"finish_reason":null}]}

        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"gpt-4o","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}

        data: [DONE]


        """;

    /// <param name="isStream">Whether the reply is a stream.</param>
    /// <param name="statuses">What is answered before the reply; 0 for a connection that breaks in the middle of a body.</param>
    public static RawServer Server(bool isStream, params int[] statuses) => new((stream, index, token) =>
    {
        var text = index >= statuses.Length ? (isStream ? RawServer.Stream(Streamed) : RawServer.Reply(Whole))
            : statuses[index] == 0 ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"id\":"
            : RawServer.Reply("{\"error\":{\"message\":\"no\"}}", status: $"{statuses[index]} No", headers: "retry-after-ms: 1\r\n");
        return stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask();
    });

    /// <summary>The OpenAI SDK over a handler of ours.</summary>
    public static ChatClient Sdk(Uri address, int retries = 3) => new(
        "gpt-4o",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(address, "v1/"),
            RetryPolicy = new AtOnce(retries),
            Transport = new HttpClientPipelineTransport(Clients.Measured()),
        });

    /// <summary>The OpenAI SDK without a handler of ours.</summary>
    public static OpenAIClient PlainSdk(Uri address) => new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri(address, "v1/") });

    /// <summary>The SDK's own policy, without its waiting.</summary>
    sealed class AtOnce(int retries) : ClientRetryPolicy(retries)
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }
}
