namespace CrossTier.Json;

/// <summary>The names that say something of a request or a reply; all others are passed over with what they hold.</summary>
enum JsonName : byte
{
    None,

    // what was asked, and of whom
    Model,
    ModelVersion,
    Type,

    // where content stands
    Choices,
    Delta,
    Message,
    Candidates,
    Content,
    ContentBlock,
    Parts,
    Text,
    Response,

    // content
    ReasoningContent,
    Reasoning,
    Refusal,
    ToolCalls,
    FunctionCall,
    FunctionCallOfGemini,
    InlineData,
    Thinking,
    PartialJson,
    Name,

    // usage
    Usage,
    UsageMetadata,
    PromptTokens,
    CompletionTokens,
    InputTokens,
    OutputTokens,
    PromptTokensDetails,
    InputTokensDetails,
    CompletionTokensDetails,
    OutputTokensDetails,
    CachedTokens,
    CacheWriteTokens,
    ReasoningTokens,
    CacheReadInputTokens,
    CacheCreationInputTokens,
    PromptTokenCount,
    CandidatesTokenCount,
    CachedContentTokenCount,
    ThoughtsTokenCount,
    ToolUsePromptTokenCount,
    PromptEvalCount,
    EvalCount,

    // ends and errors
    Done,
    Error,
    Code,
    Status,
    InnerError,
}
