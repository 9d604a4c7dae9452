using CrossTier.Testing;
using CsCheck;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>
/// Programs that nobody has thought of: the same at each change, others every night. A failure shows its seed, which <c>CsCheck_Seed</c> in the
/// environment repeats, and the smallest program that fails like it.
/// </summary>
public sealed class RandomCompositionTests
{
    static readonly int Programs = Nightly.IsOn ? 100_000 : 10_000;
    const int First = 1;

    [Fact]
    public async Task Each_request_of_a_random_program_is_counted_once()
    {
        // What other tests have dropped without disposing it ends now.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var programs = new RandomTree();
        if (Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } seed)
        {
            await CheckAsync(programs.Generate(PCG.Parse(seed), null, out _), seed);
            return;
        }

        for (var i = 0; i < Programs; i++)
        {
            var chance = new PCG((uint)i, (ulong)Nightly.Seed(First));
            seed = chance.ToString();
            await CheckAsync(programs.Generate(chance, null, out _), seed);
        }
    }

    static async Task CheckAsync(Asked asked, string seed)
    {
        if (await FailureOfAsync(asked) is not { } failure)
        {
            return;
        }

        var smaller = asked.Smaller().GetEnumerator();
        while (smaller.MoveNext())
        {
            if (await FailureOfAsync(smaller.Current) is { } still)
            {
                (asked, failure) = (smaller.Current, still);
                smaller = asked.Smaller().GetEnumerator();
            }
        }

        Assert.Fail($"{asked}: {failure}. CsCheck_Seed={seed} repeats it.");
    }

    static async Task<string?> FailureOfAsync(Asked asked)
    {
        var expected = Composed.Outcome.Of(Expected.Of(asked.Tree, asked.Streamed, asked.Abandoned));
        var counted = await Composed.RunAsync(asked.Tree, asked.Streamed, asked.Abandoned, asked.BesideOthers);
        return counted == expected ? null : $"expected {expected}, counted {counted}";
    }
}
