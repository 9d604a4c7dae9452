using CrossTier.Testing;
using CsCheck;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>
/// Programs that nobody has thought of: the same at each change, others every night. A failure shows its seed, which <c>CsCheck_Seed</c> in the
/// environment repeats, and the smallest program that fails like it.
/// </summary>
public sealed class RandomCompositionTests
{
    static readonly int Programs = Nightly.IsOn ? 200_000 : 10_000;
    const int First = 1;

    // Reading the metrics takes longer than a program.
    const int Together = 20;

    [Fact]
    public async Task Each_request_of_a_random_program_is_counted_once()
    {
        // What other tests have dropped without disposing it ends now.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var programs = new RandomTree();
        if (Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } seed)
        {
            await Smallest.CheckAsync(programs.Generate(PCG.Parse(seed), null, out _), seed, FailureOfAsync);
            return;
        }

        var seeds = (ulong)Nightly.Seed(First);
        for (var i = 0; i < Programs; i += Together)
        {
            await CheckAsync([.. Enumerable.Range(i, Together).Select(number => Drawn(new PCG((uint)number, seeds)))]);
        }

        (Asked Asked, string Seed) Drawn(PCG chance)
        {
            var seed = chance.ToString();
            return (programs.Generate(chance, null, out _), seed);
        }
    }

    static async Task CheckAsync((Asked Asked, string Seed)[] programs)
    {
        var expected = Composed.Outcome.Of([.. programs.SelectMany(program => Expectation(program.Asked))]);
        var counted = await Composed.RunAsync(programs.Select(program => program.Asked));
        if (counted == expected)
        {
            return;
        }

        foreach (var (asked, seed) in programs)
        {
            await Smallest.CheckAsync(asked, seed, FailureOfAsync);
        }

        Assert.Fail($"Expected {expected}, counted {counted} of programs of which each is right alone, from CsCheck_Seed={programs[0].Seed}.");
    }

    static async Task<string?> FailureOfAsync(Asked asked)
    {
        var expected = Composed.Outcome.Of(Expectation(asked));
        var counted = await Composed.RunAsync(asked.Tree, asked.Streamed, asked.Abandoned, asked.BesideOthers);
        return counted == expected ? null : $"expected {expected}, counted {counted}";
    }

    static IReadOnlyCollection<Counted> Expectation(Asked asked) => Expected.Of(asked.Tree, asked.Streamed, asked.Abandoned);
}
