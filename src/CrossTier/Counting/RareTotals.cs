using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Labels;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Counting;

/// <summary>Totals that most series never have: errors, token details, retries, and what only few of these have.</summary>
sealed class RareTotals
{
    PerError _errors;
    PerDetail _details;

    public ReadOnlySpan<long> Errors => _errors;

    /// <summary>Token details, in the order of <see cref="PricedParts.Details"/>.</summary>
    public ReadOnlySpan<long> Details => _details;

    public long Retries { get; set; }

    /// <summary>
    /// Tokens of service tiers that are not the provider's default, each in the order of <see cref="PricedParts.All"/>; null without any.
    /// </summary>
    public NamedCounts? Tiers { get; private set; }

    /// <summary>Uses of tools that are billed apart; null without any.</summary>
    public NamedCounts? ToolUses { get; private set; }

    public void Fail(ErrorKind error) => _errors[(int)error]++;

    public void Use(in ReplyReading reading, string? serviceTier)
    {
        Span<long> parts = stackalloc long[UsageCounts.PartCount];
        reading.Counts.CopyPartsTo(parts);
        NamedCounts.Sum(_details, parts[^UsageCounts.DetailCount..]);
        if (serviceTier is not null)
        {
            NamedCounts.Sum((Tiers ??= new(UsageCounts.PartCount))[serviceTier], parts);
        }

        if (reading.BilledToolUses is { } billed)
        {
            foreach (var (tool, uses) in billed)
            {
                (ToolUses ??= new(1))[BoundedNames.Tools.Admit(tool)][0] += uses;
            }
        }
    }

    public void Add(RareTotals other)
    {
        NamedCounts.Sum(_errors, other._errors);
        NamedCounts.Sum(_details, other._details);
        Retries += other.Retries;
        if (other.Tiers is { } tiers)
        {
            (Tiers ??= new(UsageCounts.PartCount)).Add(tiers);
        }

        if (other.ToolUses is { } tools)
        {
            (ToolUses ??= new(1)).Add(tools);
        }
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public RareTotals Copy()
    {
        var copy = (RareTotals)MemberwiseClone();
        copy.Tiers = Tiers?.Copy();
        copy.ToolUses = ToolUses?.Copy();
        return copy;
    }

    [InlineArray(ErrorKinds.Count)]
    struct PerError
    {
        long _first;
    }

    [InlineArray(UsageCounts.DetailCount)]
    struct PerDetail
    {
        long _first;
    }
}
