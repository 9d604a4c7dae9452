using System.Text.Json.Serialization;

namespace CrossTier.AspNetCore.Page;

/// <summary>How the page's data is written: without reflection, so that a trimmed application can serve it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageData))]
sealed partial class PageJson : JsonSerializerContext;
