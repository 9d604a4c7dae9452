namespace CrossTier.Protocols;

/// <summary>
/// Why a model stopped, in the words of OpenAI's chat completions, and what other protocols and SDKs call the same. Sources: the API references of
/// OpenAI, Anthropic, Amazon Bedrock, Gemini, Cohere, Ollama, llama.cpp's server, Text Generation Inference, Zhipu, and the enumerations of their SDKs.
/// </summary>
static class FinishWords
{
    /// <summary>The reasons; nothing stands first for a reply that has not ended.</summary>
    public static readonly string[] Reasons = ["", "stop", "length", "content_filter", "tool_calls", Other];

    const string Other = "other";

    // Letters alone, in lower case.
    static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["stop"] = "stop",
        ["stopped"] = "stop",
        ["endturn"] = "stop",
        ["stopsequence"] = "stop",
        ["eos"] = "stop",
        ["eostoken"] = "stop",
        ["endoftext"] = "stop",
        ["word"] = "stop",
        ["complete"] = "stop",
        ["completed"] = "stop",
        ["finish"] = "stop",
        ["length"] = "length",
        ["limit"] = "length",
        ["maxtokens"] = "length",
        ["maxoutputtokens"] = "length",
        ["modellength"] = "length",
        ["modelcontextwindowexceeded"] = "length",
        ["contentfilter"] = "content_filter",
        ["contentfiltered"] = "content_filter",
        ["guardrailintervened"] = "content_filter",
        ["refusal"] = "content_filter",
        ["sensitive"] = "content_filter",
        ["safety"] = "content_filter",
        ["recitation"] = "content_filter",
        ["blocklist"] = "content_filter",
        ["prohibitedcontent"] = "content_filter",
        ["spii"] = "content_filter",
        ["imagesafety"] = "content_filter",
        ["toolcalls"] = "tool_calls",
        ["toolcall"] = "tool_calls",
        ["tooluse"] = "tool_calls",
        ["functioncall"] = "tool_calls",
    };

    // Words that say that there is none yet.
    static readonly HashSet<string> NotEnded =
        ["", "null", "none", "unspecified", "finishreasonunspecified", "blockedreasonunspecified", "inprogress", "queued"];

    /// <summary>The place of a reason in <see cref="Reasons"/>; 0 for a reply that has not ended.</summary>
    /// <param name="word">What a protocol or an SDK calls it.</param>
    public static int IndexOf(string? word)
    {
        if (word is null)
        {
            return 0;
        }

        var known = Array.IndexOf(Reasons, word); // Most protocols have these very words.
        return known >= 0 ? known : Array.IndexOf(Reasons, Find(word));
    }

    /// <summary>The reason of a response that has none but a status; null while it goes on.</summary>
    public static string? OfStatus(string? status) => "completed".Equals(status, StringComparison.OrdinalIgnoreCase) ? "stop" : null;

    static string Find(string word)
    {
        var letters = new string([.. word.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        return NotEnded.Contains(letters) ? "" : Synonyms.TryGetValue(letters, out var reason) ? reason : Other;
    }
}
