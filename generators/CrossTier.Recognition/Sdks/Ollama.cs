using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>OllamaSharp.</summary>
static class Ollama
{
    const string Provider = "ollama";
    const string Models = "OllamaSharp.Models.";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["OllamaSharp"],
        ForeignProviders = ProviderNames.Cloud,
        Rows =
        [
            .. Methods("OllamaSharp.IOllamaApiClient", Chat, Provider, "ChatAsync", "SystemOneAsync"),
            .. Methods("OllamaSharp.IOllamaApiClient", TextCompletion, Provider, "GenerateAsync"),
            .. Methods("OllamaSharp.IOllamaApiClient", Embeddings, Provider, "EmbedAsync"),
            .. Methods("OllamaSharp.OllamaApiClientExtensions", TextCompletion, Provider, "GenerateAsync"),
            .. Methods("OllamaSharp.OllamaApiClientExtensions", Embeddings, Provider, "EmbedAsync"),
            .. Methods("OllamaSharp.Chat", Chat, Provider, "SendAsync", "SendAsAsync"),
        ],
        Names = new MemberNames
        {
            Model = ["SelectedModel"],
            Endpoint = ["Client.Uri"],
            Text = ["Response", "Message.Content"],
            Reasoning = ["Thinking", "Message.Thinking"],
            ToolCall = ["Message.ToolCalls"],
            Finish = ["DoneReason"],
        },
        Variants =
        [
            new(Models + "Chat.ChatResponseStream", "", [Models + "Chat.ChatDoneResponseStream"], []) { Ends = [Models + "Chat.ChatDoneResponseStream"] },
            new(Models + "GenerateResponseStream", "", [Models + "GenerateDoneResponseStream"], []) { Ends = [Models + "GenerateDoneResponseStream"] },
        ],
        ModelRequests = [Models + "Chat.ChatRequest", Models + "GenerateRequest", Models + "EmbedRequest"],
        ModelTakers = ["OllamaApiClient"],
    };
}
