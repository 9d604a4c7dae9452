namespace CrossTier.Tool.Verification;

/// <summary>What a query returned.</summary>
enum FindingState
{
    /// <summary>Series; for an alert, it fires or is about to.</summary>
    Data,

    /// <summary>An alert with nothing to say whose inputs are there.</summary>
    Quiet,

    /// <summary>Nothing, because something is not scraped that an application may well do without.</summary>
    Optional,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>An error.</summary>
    Broken,
}
