using System.Text.Json.Serialization;

namespace CrossTier.EndToEnd.Tests.Engine;

/// <summary>The engine's own books: see tests/engine.</summary>
public sealed record EngineCounts(
    [property: JsonPropertyName("by_model")] IReadOnlyDictionary<string, EngineCounts.Sum> ByModel,
    [property: JsonPropertyName("aborted")] EngineCounts.Sum Aborted,
    [property: JsonPropertyName("errors")] long Errors,
    [property: JsonPropertyName("in_flight")] long InFlight,
    [property: JsonPropertyName("max_in_flight")] long MaxInFlight)
{
    public sealed record Sum(
        [property: JsonPropertyName("requests")] long Requests,
        [property: JsonPropertyName("prompt_tokens")] long Input,
        [property: JsonPropertyName("completion_tokens")] long Output);
}
