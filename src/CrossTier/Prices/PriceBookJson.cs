using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossTier.Prices;

/// <summary>Reads and writes price books without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true)]
[JsonSerializable(typeof(PriceBookContent))]
sealed partial class PriceBookJson : JsonSerializerContext;
