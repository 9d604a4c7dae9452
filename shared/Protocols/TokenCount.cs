namespace CrossTier.Protocols;

/// <summary>A count of tokens as a reply reports it. Protocols differ in what a count includes; the runtime decides what is part of what.</summary>
enum TokenCount
{
    /// <summary>Input tokens.</summary>
    Input,

    /// <summary>Output tokens.</summary>
    Output,

    /// <summary>All tokens.</summary>
    Total,

    /// <summary>Part of the input: read from a cache.</summary>
    CachedInput,

    /// <summary>Part of the input: written to a cache.</summary>
    CacheWriteInput,

    /// <summary>Beside the input and no part of it: read from a cache (Anthropic, Bedrock).</summary>
    CacheReadBesideInput,

    /// <summary>Beside the input and no part of it: written to a cache (Anthropic, Bedrock).</summary>
    CacheWriteBesideInput,

    /// <summary>Part of what was written to a cache: what stays there for an hour (Anthropic, Bedrock).</summary>
    CacheWriteHourInput,

    /// <summary>Beside the input and no part of it: what tools' results added to the prompt (Gemini).</summary>
    ToolBesideInput,

    /// <summary>Beside the input and no part of it: what was cited (Perplexity).</summary>
    CitationBesideInput,

    /// <summary>Part of the input: audio.</summary>
    AudioInput,

    /// <summary>Part of what was read from a cache: audio.</summary>
    CachedAudioInput,

    /// <summary>Part of the output: audio.</summary>
    AudioOutput,

    /// <summary>Part of the output: reasoning.</summary>
    ReasoningOutput,

    /// <summary>Reasoning at the top of a usage: part of the output (SGLang), or beside it (Vertex, Perplexity).</summary>
    ApartReasoningOutput,

    /// <summary>Beside the output and no part of it: reasoning (Gemini).</summary>
    ReasoningBesideOutput,

    /// <summary>Input that the model read, where what is billed is reported too and counts (Cohere).</summary>
    UnbilledInput,

    /// <summary>Output that the model wrote, where what is billed is reported too and counts (Cohere).</summary>
    UnbilledOutput,

    /// <summary>Input that was evaluated, where a usage may be reported too and counts (llama.cpp).</summary>
    TimedInput,

    /// <summary>Beside that: read from a cache (llama.cpp).</summary>
    TimedCachedInput,

    /// <summary>Output, where a usage may be reported too and counts (llama.cpp).</summary>
    TimedOutput,
}
