namespace CrossTier.Outcomes;

/// <summary>What few replies report, in one object that is made when the first of it comes.</summary>
sealed class ReplyExtras
{
    SortedList<string, long>? _earlierUses;

    /// <summary>The model that the reply names.</summary>
    public string? Model { get; set; }

    /// <summary>What the reply's headers report is left of its rate limits.</summary>
    public RateLimitRemaining? RateLimit { get; set; }

    /// <summary>The service tier that the reply names, in the words of its protocol.</summary>
    public string? ServiceTier { get; set; }

    /// <summary>Uses of tools that are billed apart, by the tool's name; null for none.</summary>
    public SortedList<string, long>? ToolUses { get; private set; }

    /// <summary>Rare counts of the response at hand; null for none.</summary>
    public RareCounts? Counts { get; set; }

    /// <summary>The response that the last usage was of, where that is not the first of the stream.</summary>
    public string? Response { get; set; }

    /// <summary>Whether any of it is counted with the tokens.</summary>
    public bool HasCounts => Counts is not null || ToolUses is not null || Earlier != default;

    /// <summary>The tokens of responses before the one at hand.</summary>
    public UsageCounts Earlier { get; private set; }

    // Uses count up in the course of a response.
    public void Use(string tool, long uses)
    {
        var before = _earlierUses?.GetValueOrDefault(tool) ?? 0;
        ToolUses ??= new(StringComparer.Ordinal);
        ToolUses[tool] = Math.Max(before + uses, ToolUses.GetValueOrDefault(tool));
    }

    /// <summary>Another response begins.</summary>
    /// <param name="counts">The tokens of the one before.</param>
    public void EndResponse(in UsageCounts counts)
    {
        Earlier += counts;
        Counts = null;
        _earlierUses = ToolUses is null ? null : new(ToolUses, StringComparer.Ordinal);
    }
}
