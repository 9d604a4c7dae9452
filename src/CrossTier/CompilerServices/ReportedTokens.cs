using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>
/// Counts of tokens as a reply reports them, before it is decided what is part of what: <see cref="ReplyReading"/> does. Zero is not reported;
/// negative and implausible numbers are no counts either. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReportedTokens
{
    /// <summary>Input tokens.</summary>
    public long Input { readonly get; set; }

    /// <summary>Output tokens.</summary>
    public long Output { readonly get; set; }

    /// <summary>All tokens: decides what stands beside the input or the output.</summary>
    public long Total { readonly get; set; }

    /// <summary>Part of the input: read from a cache.</summary>
    public long CachedInput { readonly get; set; }

    /// <summary>Part of the input: written to a cache.</summary>
    public long CacheWriteInput { readonly get; set; }

    /// <summary>Beside the input, if the total does not tell otherwise: read from a cache.</summary>
    public long CacheReadBesideInput { readonly get; set; }

    /// <summary>Beside the input, if the total does not tell otherwise: written to a cache.</summary>
    public long CacheWriteBesideInput { readonly get; set; }

    /// <summary>Part of what was written to a cache: what stays there for an hour.</summary>
    public long CacheWriteHourInput { readonly get; set; }

    /// <summary>Beside the input and no part of it: what tools put into the prompt.</summary>
    public long ToolBesideInput { readonly get; set; }

    /// <summary>Beside the input and no part of it: what was cited.</summary>
    public long CitationBesideInput { readonly get; set; }

    /// <summary>Part of the input: audio.</summary>
    public long AudioInput { readonly get; set; }

    /// <summary>Part of what was read from a cache: audio.</summary>
    public long CachedAudioInput { readonly get; set; }

    /// <summary>Part of the output: audio.</summary>
    public long AudioOutput { readonly get; set; }

    /// <summary>Part of the output: reasoning.</summary>
    public long ReasoningOutput { readonly get; set; }

    /// <summary>Reasoning, beside the output where it is larger, whatever the total.</summary>
    public long ApartReasoningOutput { readonly get; set; }

    /// <summary>Beside the output and no part of it: reasoning.</summary>
    public long ReasoningBesideOutput { readonly get; set; }

    /// <summary>Whether these are the sum of all attempts: what the same response reports of one of them replaces nothing.</summary>
    public bool IsSum { readonly get; set; }
}
