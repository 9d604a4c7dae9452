using System.Globalization;
using CrossTier.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Tests.Mutations;

/// <summary>
/// Programs around our attributes, mutated and recombined: none makes generator or analyzers throw or hang, and what compiled before compiles
/// with the package. <c>CROSSTIER_SEED</c> sets the chance; a failure prints program and seed.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    const int LongestProgram = 6000;
    const int LargestPool = 400;
    const int MostFaults = 5;

    static int Programs => Nightly.Cases(1000);

    [Fact]
    public void Every_seed_compiles() => Assert.All(SeedPrograms.All, program => Assert.Empty(Harness.Before(program)));

    [Fact]
    public async Task Mutants_neither_crash_nor_break_the_build()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CROSSTIER_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Nightly.Seed(1);
        var random = new Random(seed);
        var mutator = new Mutator(random);
        List<CompilationUnitSyntax> pool = [.. SeedPrograms.All.Select(program => SyntaxFactory.ParseCompilationUnit(program, options: Harness.Parsing))];
        foreach (var program in SeedPrograms.All)
        {
            Assert.Null(await Harness.Fault(program, compiles: true));
        }

        var compiled = 0;
        List<string> faults = [];
        for (var tried = 0; tried < Programs && faults.Count < MostFaults; tried++)
        {
            var mutant = mutator.Mutate(pool[random.Next(pool.Count)], pool[random.Next(pool.Count)]);
            var text = mutant.ToFullString();
            if (text.Length > LongestProgram)
            {
                continue;
            }

            var compiles = Harness.Before(text).IsEmpty;
            if (await Harness.Fault(text, compiles) is { } fault)
            {
                faults.Add($"CROSSTIER_SEED={seed}, mutant {tried}: {fault}\n---\n{text}");
                continue;
            }

            if (!compiles)
            {
                continue;
            }

            // What compiles has descendants, so that changes add up.
            compiled++;
            if (pool.Count < LargestPool)
            {
                pool.Add(mutant);
            }
            else
            {
                pool[random.Next(SeedPrograms.All.Count, pool.Count)] = mutant;
            }
        }

        output.WriteLine($"seed {seed}: {Programs} mutants, {compiled} of them compile");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(compiled > Programs / 10, $"Only {compiled} of {Programs} mutants compile: they test little.");
    }
}
