using System.Text.Json.Serialization;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>A reply of one's own. Members of these names are read as its usage, at compile time.</summary>
sealed record Summary(
    [property: JsonPropertyName("response")] string Text,
    [property: JsonPropertyName("prompt_eval_count")] int InputTokens,
    [property: JsonPropertyName("eval_count")] int OutputTokens);
