using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Azure.AI.Inference and Azure.AI.Agents.Persistent, and Azure.Core under them. Azure.AI.OpenAI has OpenAI's own clients.</summary>
static class Azure
{
    const string Namespace = "Azure.AI.Inference";
    const string Agents = "Azure.AI.Agents.Persistent.";
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
            .. Methods(Agents + "PersistentAgentsClient", Chat, Provider, "CreateThreadAndRun", "CreateThreadAndRunAsync"),
            .. Methods(
                Agents + "ThreadRuns", Chat, Provider,
                "CreateRun", "CreateRunAsync", "CreateRunStreaming", "CreateRunStreamingAsync",
                "SubmitToolOutputsToRun", "SubmitToolOutputsToRunAsync", "SubmitToolOutputsToStream", "SubmitToolOutputsToStreamAsync"),
        ],
        Names = new MemberNames
        {
            Text = ["ContentUpdate"],
            ToolCall = ["ToolCallUpdate"],
            RequestedModel = ["OverrideModelName"],
            Failure = ["LastError", "Value.LastError"],
        },
        HidesEndpoint = true,
        TokenOptions = ["Azure.RequestContext"],
        Wrappers = ["Response"],
        Variants = [new(Agents + "StreamingUpdate", "", [Agents + "RunUpdate"], [Agents + "MessageContentUpdate", Agents + "RunStepDetailsUpdate"])],
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
