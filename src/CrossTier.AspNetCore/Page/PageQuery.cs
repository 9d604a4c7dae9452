using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CrossTier.AspNetCore.Page;

/// <summary>What the page wants to see.</summary>
/// <param name="Range">How far back.</param>
/// <param name="Provider">The provider; null for all.</param>
/// <param name="Model">The model; null for all.</param>
/// <param name="After">The last time that the page knows, in milliseconds since 1970; 0 for none.</param>
/// <param name="Look">The number of the last answer; 0 for none.</param>
sealed record PageQuery(TimeSpan Range, string? Provider, string? Model, long After, long Look)
{
    const int DefaultMinutes = 15;
    const int MaxMinutes = 60;

    /// <returns>Null if a number is none, or out of its range.</returns>
    public static PageQuery? Read(IQueryCollection query)
    {
        var (minutes, after, look) = ((long)DefaultMinutes, 0L, 0L);
        return Number(query, "minutes", ref minutes) && minutes is > 0 and <= MaxMinutes && Number(query, "after", ref after) && Number(query, "look", ref look)
            ? new(TimeSpan.FromMinutes(minutes), Name(query, "provider"), Name(query, "model"), after, look)
            : null;
    }

    static bool Number(IQueryCollection query, string key, ref long value) =>
        !query.TryGetValue(key, out var text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    static string? Name(IQueryCollection query, string key) => query[key].FirstOrDefault() is { Length: > 0 } name ? name : null;
}
