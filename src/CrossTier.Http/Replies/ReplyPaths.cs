using CrossTier.Json;
using static CrossTier.Json.JsonName;

namespace CrossTier.Replies;

/// <summary>Where replies and their chunks say what, in the protocols of OpenAI (chat, legacy, responses), Anthropic, Ollama and Gemini.</summary>
static class ReplyPaths
{
    /// <summary>The model that answered.</summary>
    public static HashSet<ulong> Models { get; } = [JsonPath.Of(Model), JsonPath.Of(Response, Model), JsonPath.Of(Message, Model), JsonPath.Of(ModelVersion)];

    /// <summary>The objects that hold token counts; Ollama's stand beside the reply.</summary>
    public static HashSet<ulong> Usages { get; } =
    [
        JsonPath.Of(Usage), JsonPath.Of(Response, Usage), JsonPath.Of(Message, Usage), JsonPath.Of(UsageMetadata),
        JsonPath.Of(Usage, PromptTokensDetails), JsonPath.Of(Usage, InputTokensDetails), JsonPath.Of(Usage, CompletionTokensDetails), JsonPath.Of(Usage, OutputTokensDetails),
        JsonPath.Of(Response, Usage, InputTokensDetails), JsonPath.Of(Response, Usage, OutputTokensDetails),
    ];

    /// <summary>Strings that are content if they are not empty: text, reasoning, the arguments of a tool call.</summary>
    public static HashSet<ulong> Texts { get; } =
    [
        JsonPath.Of(Choices, Delta, Content), JsonPath.Of(Choices, Delta, ReasoningContent), JsonPath.Of(Choices, Delta, Reasoning), JsonPath.Of(Choices, Delta, Refusal), JsonPath.Of(Choices, Text),
        JsonPath.Of(Delta),
        JsonPath.Of(Delta, Text), JsonPath.Of(Delta, Thinking), JsonPath.Of(Delta, PartialJson), JsonPath.Of(ContentBlock, Name),
        JsonPath.Of(Message, Content), JsonPath.Of(Message, Thinking), JsonPath.Of(Response), JsonPath.Of(Thinking),
        JsonPath.Of(Candidates, Content, Parts, Text),
    ];

    /// <summary>Objects that are content by being there: tool calls and media.</summary>
    public static HashSet<ulong> Objects { get; } =
    [
        JsonPath.Of(Choices, Delta, ToolCalls), JsonPath.Of(Choices, Delta, FunctionCall), JsonPath.Of(Message, ToolCalls),
        JsonPath.Of(Candidates, Content, Parts, FunctionCallOfGemini), JsonPath.Of(Candidates, Content, Parts, InlineData),
    ];

    /// <summary>The kind of an event.</summary>
    public static ulong Kind { get; } = JsonPath.Of(JsonName.Type);

    /// <summary>Ollama's last line.</summary>
    public static ulong IsDone { get; } = JsonPath.Of(Done);

    /// <summary>An error as a text, or what an error event says beside its kind.</summary>
    public static HashSet<ulong> Errors { get; } =
    [
        JsonPath.Of(Error), JsonPath.Of(Error, JsonName.Type), JsonPath.Of(Error, Code), JsonPath.Of(Error, Status), JsonPath.Of(Error, Message), JsonPath.Of(Error, InnerError, Code),
        JsonPath.Of(Response, Error, Code), JsonPath.Of(Response, Error, Message),
    ];

    /// <summary>An error as an object.</summary>
    public static ulong ErrorObject { get; } = JsonPath.Of(Error);

    /// <summary>Whether counts stand here.</summary>
    public static bool HoldCounts(ulong path) => path == 0 || Usages.Contains(path);
}
