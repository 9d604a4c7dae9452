using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Azure.AI.Inference, and Azure.Core under it. Azure.AI.OpenAI has OpenAI's own clients.</summary>
static class Azure
{
    const string Namespace = "Azure.AI.Inference";
    const string Provider = "azure";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Azure.AI"],
        ForeignProviders = ["openai", "anthropic", "bedrock", "google", "ollama", "llamasharp"],
        Rows =
        [
            .. Methods(Namespace + ".ChatCompletionsClient", Chat, Provider, "Complete", "CompleteAsync", "CompleteStreaming", "CompleteStreamingAsync"),
            .. Methods(Namespace + ".EmbeddingsClient", Embeddings, Provider, "Embed", "EmbedAsync"),
            .. Methods(Namespace + ".ImageEmbeddingsClient", Embeddings, Provider, "Embed", "EmbedAsync"),
        ],
        Names = new MemberNames { Text = ["ContentUpdate"], ToolCall = ["ToolCallUpdate"] },
        HidesEndpoint = true,
        TokenOptions = ["Azure.RequestContext"],
        Wrappers = ["Response"],
        RawBodies =
        [
            new("Azure.Response", RawBodyForm.Response),
            new("Azure.NullableResponse`1", RawBodyForm.RawResponse, IsInherited: true, HasDetails: true),
        ],
        ReplyHeaders = [new("Azure.NullableResponse`1", IsRawResponse: true, IsInherited: true), new("Azure.Response", IsRawResponse: false)],
        Streams = [new(Namespace + ".StreamingResponse`1", "MeasuredStreamingResponse", Namespace + ".StreamingResponse`1", "CreateFromResponse")],
        ModelNamespaces = ["Azure"],
        ModelRequests = [Namespace + ".ChatCompletionsOptions", Namespace + ".EmbeddingsOptions"],
    };
}
