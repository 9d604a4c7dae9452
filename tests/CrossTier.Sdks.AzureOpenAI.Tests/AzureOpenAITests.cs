using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Sockets;
using Azure.AI.OpenAI;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Chat;

namespace CrossTier.Sdks.AzureOpenAI.Tests;

/// <summary>Azure OpenAI through its stable package, whose clients are those of OpenAI 2.1: they say neither model nor endpoint, but know both.</summary>
public sealed class AzureOpenAITests
{
    const string Usage =
        """{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7,"prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":"""
        + """{"reasoning_tokens":1}}""";

    static readonly Answer[] Chats =
    [
        Chat,
        Chat,
        Stream,
        Stream,
        Answer.Json("/chat/completions", """{"error":{"code":"429","message":"slow down"}}""") with { Status = 429 },
    ];

    static Answer Chat => Answer.Json("/chat/completions",
        $$$"""{"id":"1","object":"chat.completion","created":1,"model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"usage":{{{Usage}}}}""");

    static Answer Stream => Answer.Events("/chat/completions",
        """{"id":"1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-2024-08-06","choices":[{"index":0,"delta":"""
        + """{"role":"assistant","content":"hi"},"finish_reason":null}]}""",
        $$$"""{"id":"1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-2024-08-06","choices":[],"usage":{{{Usage}}}}""",
        "[DONE]");

    [Fact]
    public void The_package_is_the_one_before_the_clients_said_it() =>
        Assert.Null(typeof(ChatClient).GetProperty("Model") ?? typeof(ChatClient).GetProperty("Endpoint"));

    [Fact]
    [AiCall]
    public async Task Chats_count_under_their_deployment_also_when_they_fail()
    {
        const string model = "my-deployment";
        await using var server = await ScriptedServer.StartAsync(Chats);
        var chat = Client(server).GetChatClient(model);
        await chat.CompleteChatAsync("one");
        chat.CompleteChat("one");
        await foreach (var _ in chat.CompleteChatStreamingAsync("one"))
        {
        }

        foreach (var _ in chat.CompleteChatStreaming("one"))
        {
        }

        new Sent(4, 12, 16) { Cached = 8, Reasoning = 4, FirstTokens = 2 }.IsRecorded("azure", model);
        await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync("one"));
        Assert.Equal("rate_limited 1", Recorded.Errors("azure", model));
    }

    [Theory]
    [InlineData("http://llm.corp.example/azure", "azure")]
    [InlineData("http://acme.azure-api.net", "azure")]
    [InlineData("http://127.0.0.1:9", "azure")]
    [InlineData("http://mapped-azure.example", "of-the-map")]
    [AiCall]
    public async Task Its_client_is_azure_behind_any_host_that_is_not_mapped(string host, string provider)
    {
        AiMetrics.Configure(options => options.MapHost("mapped-azure.example", "of-the-map"));
        var model = "deployment-of-" + new Uri(host).Host;
        await using var server = await ScriptedServer.StartAsync(Chat);
        var chat = Client(server, host).GetChatClient(model);
        await chat.CompleteChatAsync("one");
        new Sent(1, 3, 4) { Cached = 2, Reasoning = 1 }.IsRecorded(provider, model);
    }

    [Fact]
    [AiCall]
    public async Task Embeddings()
    {
        const string model = "my-embeddings";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/embeddings",
            """{"object":"list","model":"text-embedding-3-small","data":[{"object":"embedding","index":0,"embedding":"zczMPQ=="}],"usage":"""
            + """{"prompt_tokens":5,"total_tokens":5}}"""));
        var embeddings = Client(server).GetEmbeddingClient(model);
        await embeddings.GenerateEmbeddingAsync("one");
        embeddings.GenerateEmbeddings(["one"]);
        new Sent(2, 10).IsRecorded("azure", model);
    }

    // The client speaks to the vendor's host by name; the connection goes to the server of the test.
    static AzureOpenAIClient Client(ScriptedServer server, string host = "http://acme.openai.azure.com")
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.Address.Host, server.Address.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new AzureOpenAIClient(new Uri(host), new ApiKeyCredential("none"), new AzureOpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(new HttpClient(handler)),
        });
    }
}
