namespace CrossTier.AspNetCore.Page;

/// <summary>What the page asks for again and again. Times are milliseconds since 1970.</summary>
/// <param name="Application">The application's name.</param>
/// <param name="Version">The version that measures; null where <c>CROSSTIER_DISABLED=1</c> records nothing.</param>
/// <param name="Began">When the history began: another value is another process.</param>
/// <param name="Now">When this was read.</param>
/// <param name="Seconds">The time that the tiers' figures are over: what was asked for, or as long as there is a history.</param>
/// <param name="MaxLabelSets">How many label sets may be found at run time.</param>
/// <param name="ScrapeErrors">What could not be published in this process.</param>
/// <param name="Times">The times of the curves.</param>
/// <param name="Local">The local tier, as filtered.</param>
/// <param name="Cloud">The cloud, as filtered.</param>
/// <param name="Look">The number of this look at the process, to be sent with the next question.</param>
/// <param name="Models">The label sets that changed since the look that the question named, not filtered; all where it named none.</param>
sealed record PageData(
    string Application,
    string? Version,
    long Began,
    long Now,
    double Seconds,
    int MaxLabelSets,
    long ScrapeErrors,
    IReadOnlyList<long> Times,
    TierData Local,
    TierData Cloud,
    long Look,
    IReadOnlyList<ModelRow> Models);
