using CrossTier.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

/// <summary>How many of the hand-written calls that real code makes AIC003 finds, and how many of those that it flags are such calls.</summary>
public sealed class HttpShapeTests
{
    const string Call = "/*+*/";
    const string LookAlike = "/*-*/";

    const string Usings = "using System.IO; using System.Text; using System.Text.Json;\n";

    [Theory]
    [InlineData("helpers.txt", 0.90, 0.95)]
    [InlineData("direct.txt", 0.90, 0.95)]
    public async Task Most_calls_are_found_and_hardly_anything_else(string file, double recall, double precision)
    {
        var (found, missed, mistaken, lookAlikes) = (0, 0, 0, 0);
        foreach (var (title, source) in Blocks(file))
        {
            var flagged = (await new Project().Run(source, new HandWrittenHttpAnalyzer()))
                .Select(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ToHashSet();
            foreach (var at in Positions(source, Call))
            {
                Report(flagged.Remove(at), "missed", title, source, at, ref found, ref missed);
            }

            foreach (var at in flagged)
            {
                Report(false, "mistaken", title, source, at, ref found, ref mistaken);
            }

            lookAlikes += Positions(source, LookAlike).Count();
        }

        var (calls, flaggings) = (found + missed, found + mistaken);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{file}: recall {(double)found / calls:P1} of {calls}, precision {(double)found / flaggings:P1} of {flaggings}, {lookAlikes} look-alikes");
        Assert.True((double)found / calls >= recall, $"{missed} of {calls} calls were missed.");
        Assert.True((double)found / flaggings >= precision, $"{mistaken} of {flaggings} are no calls.");
    }

    static void Report(bool isRight, string fault, string title, string source, int at, ref int right, ref int wrong)
    {
        right += isRight ? 1 : 0;
        wrong += isRight ? 0 : 1;
        if (!isRight)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{fault} in {title}: {source[at..].Split('\n')[0]}");
        }
    }

    static IEnumerable<int> Positions(string source, string mark)
    {
        for (var at = source.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = source.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            yield return at + mark.Length;
        }
    }

    static IEnumerable<(string Title, string Source)> Blocks(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HttpShapes", file)).Split("\n== ").Skip(1)
            .Select(block => block.Split('\n', 2))
            .Select(block => (block[0], Usings + block[1]));
}
