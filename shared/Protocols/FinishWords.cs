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
    static readonly (string Letters, string Reason)[] Synonyms =
    [
        ("stop", "stop"),
        ("stopped", "stop"),
        ("endturn", "stop"),
        ("stopsequence", "stop"),
        ("eos", "stop"),
        ("eostoken", "stop"),
        ("endoftext", "stop"),
        ("word", "stop"),
        ("complete", "stop"),
        ("completed", "stop"),
        ("finish", "stop"),
        ("length", "length"),
        ("limit", "length"),
        ("maxtokens", "length"),
        ("maxoutputtokens", "length"),
        ("modellength", "length"),
        ("modelcontextwindowexceeded", "length"),
        ("contentfilter", "content_filter"),
        ("contentfiltered", "content_filter"),
        ("guardrailintervened", "content_filter"),
        ("refusal", "content_filter"),
        ("sensitive", "content_filter"),
        ("safety", "content_filter"),
        ("recitation", "content_filter"),
        ("blocklist", "content_filter"),
        ("prohibitedcontent", "content_filter"),
        ("spii", "content_filter"),
        ("imagesafety", "content_filter"),
        ("toolcalls", "tool_calls"),
        ("toolcall", "tool_calls"),
        ("tooluse", "tool_calls"),
        ("functioncall", "tool_calls"),
    ];

    // Words that say that there is none yet.
    static readonly string[] NotEnded =
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

    // Without a copy of the word: it is compared at each call.
    static string Find(string word)
    {
        foreach (var letters in NotEnded)
        {
            if (HasLetters(word, letters))
            {
                return "";
            }
        }

        foreach (var (letters, reason) in Synonyms)
        {
            if (HasLetters(word, letters))
            {
                return reason;
            }
        }

        return Other;
    }

    static bool HasLetters(string word, string letters)
    {
        var found = 0;
        foreach (var character in word)
        {
            if (char.IsLetter(character) && (found == letters.Length || char.ToLowerInvariant(character) != letters[found++]))
            {
                return false;
            }
        }

        return found == letters.Length;
    }
}
