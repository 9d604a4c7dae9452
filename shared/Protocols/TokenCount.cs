namespace CrossTier.Protocols;

/// <summary>A count of tokens as a reply reports it. Protocols differ in what a count includes: <see cref="TokenCounts"/> adds up.</summary>
enum TokenCount
{
    /// <summary>Input tokens.</summary>
    Input,

    /// <summary>Output tokens.</summary>
    Output,

    /// <summary>Part of the input: read from a cache.</summary>
    CachedInput,

    /// <summary>Part of the input: written to a cache.</summary>
    CacheWriteInput,

    /// <summary>Part of the output: reasoning.</summary>
    ReasoningOutput,

    /// <summary>Beside the input and no part of it: read from a cache (Anthropic, Bedrock).</summary>
    CacheReadBesideInput,

    /// <summary>Beside the input and no part of it: written to a cache (Anthropic, Bedrock).</summary>
    CacheWriteBesideInput,

    /// <summary>Beside the input and no part of it: what tools' results added to the prompt (Gemini).</summary>
    ToolBesideInput,

    /// <summary>Beside the output and no part of it: reasoning (Gemini).</summary>
    ReasoningBesideOutput,

    /// <summary>Input that the model read, where what is billed is reported too and counts (Cohere).</summary>
    UnbilledInput,

    /// <summary>Output that the model wrote, where what is billed is reported too and counts (Cohere).</summary>
    UnbilledOutput,
}
