using System.Numerics;

namespace CrossTier.Nesting;

/// <summary>Finds the requests whose usage a reply reports as one sum.</summary>
static class UsageSum
{
    /// <summary>So many requests are looked at: each selection of them is tried.</summary>
    public const int MaxParts = 12;

    /// <summary>The largest selection of some usages that makes up a sum, as a set of bits; 0 if there is none.</summary>
    /// <param name="parts">The usages: at most <see cref="MaxParts"/>.</param>
    /// <param name="sum">What is to be made up.</param>
    /// <param name="needed">The index of one that has to be in it; -1 for any.</param>
    public static uint Find(ReadOnlySpan<(long Input, long Output)> parts, (long Input, long Output) sum, int needed = -1)
    {
        var best = 0u;
        for (var selection = 1u; selection < 1u << parts.Length; selection++)
        {
            if ((needed < 0 || (selection & (1u << needed)) != 0)
                && BitOperations.PopCount(selection) > BitOperations.PopCount(best)
                && Of(parts, selection) == sum)
            {
                best = selection;
            }
        }

        return best;
    }

    static (long Input, long Output) Of(ReadOnlySpan<(long Input, long Output)> parts, uint selection)
    {
        var (input, output) = (0L, 0L);
        for (; selection != 0; selection &= selection - 1)
        {
            var part = parts[BitOperations.TrailingZeroCount(selection)];
            (input, output) = (input + part.Input, output + part.Output);
        }

        return (input, output);
    }
}
