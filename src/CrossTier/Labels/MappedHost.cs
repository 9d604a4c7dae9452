namespace CrossTier.Labels;

/// <summary>A host with the provider that answers there, as a setting names it.</summary>
/// <param name="Host">A host, or host:port.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="IsRelay">Whether it is a gateway that measures itself.</param>
sealed record MappedHost(string Host, string Provider, AiTier Tier, bool IsRelay)
{
    /// <summary>Reads several, with commas between them.</summary>
    /// <param name="text">The text; null where nothing is set.</param>
    /// <param name="setting">The setting that it is from.</param>
    public static IEnumerable<MappedHost> All(string? text, string setting) =>
        Settings.Split(text).Select(item => Parse(item, setting)).OfType<MappedHost>();

    /// <summary>Reads <c>host=provider</c>, with <c>/local</c> or <c>/cloud</c> and <c>/relay</c> behind it; what is none is told once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="setting">The setting that it is from.</param>
    static MappedHost? Parse(string text, string setting)
    {
        if (text.Split('=', 2) is [var host, var target] && Settings.IsHost(host.Trim())
            && target.Split('/', StringSplitOptions.TrimEntries) is [{ Length: > 0 } provider, .. var words])
        {
            var isLocal = words.Contains("local", StringComparer.OrdinalIgnoreCase);
            var isCloud = words.Contains("cloud", StringComparer.OrdinalIgnoreCase);
            var isRelay = words.Contains("relay", StringComparer.OrdinalIgnoreCase);
            if (words.Length == (isLocal ? 1 : 0) + (isCloud ? 1 : 0) + (isRelay ? 1 : 0) && !(isLocal && isCloud))
            {
                return new MappedHost(host.Trim(), provider, isLocal ? AiTier.Local : isCloud ? AiTier.Cloud : AiTier.Auto, isRelay);
            }
        }

        Warnings.Once(setting, $"{setting}: '{text}' is not host=provider, with /local or /cloud and /relay behind it where they hold; it is left out.");
        return null;
    }
}
