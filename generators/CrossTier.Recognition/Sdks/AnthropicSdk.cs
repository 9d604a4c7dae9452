using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Anthropic.SDK, which is not the vendor's: chunks are replies too, and the first one holds its usage as <c>StreamStartMessage</c>.</summary>
static class AnthropicSdk
{
    const string Namespace = "Anthropic.SDK";
    const string Messages = Namespace + ".Messaging.";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        ForeignProviders = ["openai", "mistral", "llamasharp", "groq", "cohere", "xai"],
        Rows =
        [
            .. Asking("parameters.Model", Methods(Messages + "MessagesEndpoint", Chat, "anthropic", "GetClaudeMessageAsync", "StreamClaudeMessageAsync")),
            .. Asking("parameters.Model", Methods(Messages + "VertexAIMessagesEndpoint", Chat, "google", "GetClaudeMessageAsync", "StreamClaudeMessageAsync")),
        ],
        Names = new MemberNames
        {
            Text = ["Delta.Text"],
            Reasoning = ["Delta.Thinking", "Delta.PartialJson"],
            FirstUsage = ["StreamStartMessage.Usage"],
            Response = ["StreamStartMessage.Id"],
        },
        ModelRequests = [Messages + "MessageParameters"],
        ModelTakers = ["MessageParameters"],
    };
}
