using System.Globalization;
using Spectre.Console;

namespace CrossTier.Benchmarks.Builds;

/// <summary>What the package costs the compiler: the same large project with and without it, in turn.</summary>
static class BuildCost
{
    const double Limit = 1.05;

    static readonly int[] Calls = [200, 10, 2_000];

    /// <param name="options">The number of rounds, or nothing for 7.</param>
    /// <returns>The exit code: 1 if the package costs more than it may.</returns>
    public static int Run(string[] options)
    {
        var rounds = options is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 7;
        var folder = Directory.CreateTempSubdirectory("crosstier-build-").FullName;
        try
        {
            var ratio = Measure(folder, rounds);
            AnsiConsole.WriteLine(
                $"With 200 calls the compiler takes {ratio:N3} times as long as without the package, "
                + $"at most {Limit:N2}: {(ratio <= Limit ? "met" : "MISSED")}.");
            return ratio <= Limit ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Measure(string folder, int rounds)
    {
        var compiler = new Compiler(folder);
        var table = new Table().Title("10,000 methods, 100,000 lines, processor seconds of the compiler")
            .AddColumns("calls", "without", "with", "ratio", "ms a call");
        var ratio = 0.0;
        foreach (var calls in Calls)
        {
            var project = new LargeProject(Path.Combine(folder, $"{calls}"));
            project.Write(calls);
            List<double> without = [], with = [];
            for (var round = 0; round < rounds; round++)
            {
                without.Add(compiler.Compile(project, withPackage: false).TotalSeconds);
                with.Add(compiler.Compile(project, withPackage: true).TotalSeconds);
            }

            // Noise only ever adds time.
            var (before, after) = (without.Min(), with.Min());
            ratio = calls == 200 ? after / before : ratio;
            AnsiConsole.WriteLine($"{calls:N0} calls: {before:N2} s without, {after:N2} s with");
            table.AddRow($"{calls:N0}", $"{before:N2}", $"{after:N2}", $"{after / before:N3}", $"{(after - before) * 1000 / calls:N2}");
        }

        AnsiConsole.Write(table);
        return ratio;
    }
}
