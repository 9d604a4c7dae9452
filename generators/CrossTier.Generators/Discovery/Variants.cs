using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Types that say nothing themselves: what derives from them, or the object that they hold, says the usage or is the first content.</summary>
/// <param name="Base">The type of a reply, a chunk or a usage.</param>
/// <param name="Object">Where the object is; empty for itself.</param>
/// <param name="Usage">The types that say a usage.</param>
/// <param name="Content">The types that carry text, a tool call, reasoning, sound or a picture.</param>
internal sealed record Variants(string Base, string Object, string[] Usage, string[] Content)
{
    /// <summary>The types that say, by their <c>Code</c>, that the request has failed.</summary>
    public string[] Failures { get; init; } = [];

    const string Responses = "OpenAI.Responses.StreamingResponse";
    const string Assistants = "OpenAI.Assistants.";
    const string Audio = "OpenAI.Audio.";
    const string Anthropic = "Anthropic.Models.Messages.Raw";
    const string AnthropicBeta = "Anthropic.Models.Beta.Messages.BetaRaw";
    const string Ollama = "OllamaSharp.Models.";
    const string Bedrock = "Amazon.BedrockRuntime.Model.";

    static readonly Variants[] All =
    [
        new(
            Responses + "Update",
            "",
            [Responses + "CompletedUpdate", Responses + "IncompleteUpdate", Responses + "FailedUpdate"],
            [
                Responses + "OutputTextDeltaUpdate", Responses + "RefusalDeltaUpdate", Responses + "FunctionCallArgumentsDeltaUpdate", Responses + "ReasoningTextDeltaUpdate",
                Responses + "ReasoningSummaryTextDeltaUpdate", Responses + "CustomToolCallInputDeltaUpdate", Responses + "McpCallArgumentsDeltaUpdate",
                Responses + "CodeInterpreterCallCodeDeltaUpdate", Responses + "ImageGenerationCallPartialImageUpdate",
            ])
        {
            Failures = [Responses + "ErrorUpdate"],
        },
        new(Assistants + "StreamingUpdate", "", [Assistants + "RunUpdate"], [Assistants + "MessageContentUpdate", Assistants + "RunStepDetailsUpdate"]),
        new(Audio + "AudioTranscriptionUsage", "", [Audio + "AudioTranscriptionTokenUsage"], []),
        new(
            Audio + "StreamingAudioTranscriptionUpdate",
            "",
            [Audio + "StreamingAudioTranscriptionTextDoneUpdate"],
            [Audio + "StreamingAudioTranscriptionTextDeltaUpdate", Audio + "StreamingAudioTranscriptionTextSegmentUpdate"]),
        new(Audio + "StreamingSpeechUpdate", "", [Audio + "StreamingSpeechAudioDoneUpdate"], [Audio + "StreamingSpeechAudioDeltaUpdate"]),
        new(Anthropic + "MessageStreamEvent", ".Value", [Anthropic + "MessageStartEvent", Anthropic + "MessageDeltaEvent"], [Anthropic + "ContentBlockDeltaEvent"]),
        new(AnthropicBeta + "MessageStreamEvent", ".Value", [AnthropicBeta + "MessageStartEvent", AnthropicBeta + "MessageDeltaEvent"], [AnthropicBeta + "ContentBlockDeltaEvent"]),
        new(Ollama + "Chat.ChatResponseStream", "", [Ollama + "Chat.ChatDoneResponseStream"], []),
        new("Amazon.Runtime.EventStreams.IEventStreamEvent", "", [Bedrock + "ConverseStreamMetadataEvent", Bedrock + "PayloadPart"], [Bedrock + "ContentBlockDeltaEvent"]),
        new(Ollama + "GenerateResponseStream", "", [Ollama + "GenerateDoneResponseStream"], []),
    ];

    /// <summary>Those of a type; null if it speaks for itself.</summary>
    public static Variants? Of(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.FullMetadataName() is var name ? All.FirstOrDefault(variants => variants.Base == name) : null;
}
