using System.Globalization;
using CrossTier.Testing;
using CsCheck;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>
/// "Recognised = measured + flagged + excused, each call in exactly one", of random programs: what the inventory says, what the rules say,
/// and what is recorded when the program runs. <c>CROSSTIER_PROGRAMS</c> is how many; a failure prints the program and a seed, which
/// <c>CsCheck_Seed</c> takes.
/// </summary>
[Collection("Counts of the whole process")]
public sealed class EachCallInExactlyOneTests
{
    static readonly long Programs =
        long.TryParse(Environment.GetEnvironmentVariable("CROSSTIER_PROGRAMS"), CultureInfo.InvariantCulture, out var programs) ? programs : Nightly.Cases(40);

    static int s_program;

    [Fact]
    public Task Of_a_random_program_each_call_is_measured_or_flagged_or_excused() =>
        RandomProgram.Any.SampleAsync(Check, iter: Programs, threads: 1, print: program => program.Source(0));

    /// <summary>Chance may leave a shape out; here each has its turn, where it is measured if it can be.</summary>
    [Fact]
    public async Task Of_every_shape_of_call_and_member_each_call_is_in_one()
    {
        Scope[] none = [Scope.None, Scope.None, Scope.None, Scope.None, Scope.None];
        await Check(new RandomProgram(Scope.Measured, [.. Enumerable.Range(0, CallShape.All.Count).Select(index => new Place(index, 0, 0, 0, 0, 0, none))]));
        await Check(new RandomProgram(
            Scope.Measured,
            [
                .. Enumerable.Range(0, MemberShape.All.Count)
                    .Select(index => new Place(
                        0,
                        0,
                        index % MemberShape.Wrappers.Count,
                        index,
                        index % MemberShape.Types.Count,
                        index % MemberShape.Outers.Count,
                        none)),
            ]));
    }

    static async Task Check(RandomProgram random)
    {
        var program = Interlocked.Increment(ref s_program);
        var outcome = await Outcome.Of(random.Source(program));
        Dictionary<string, double> expected = [];
        for (var number = 0; number < random.Places.Length; number++)
        {
            var place = random.Places[number];
            var calls = FakeClient.CallsFrom(FakeClient.NameOf(program, number));
            var found = Found(outcome, number);
            Assert.Equal(place.Shape.Kind != CallKind.None, calls > 0);
            if (place.Shape.Kind == CallKind.None)
            {
                Assert.Equal("nothing", found);
                continue;
            }

            var (scope, model) = place.Nearest(program, number, random.Assembly);
            Assert.Equal($"{number}: {Expected(scope, place.Shape.Kind, model)}", $"{number}: {found}");
            if (found.StartsWith("measured", StringComparison.Ordinal))
            {
                expected[model] = expected.GetValueOrDefault(model) + calls;
            }
        }

        Assert.Equal(expected.OrderBy(series => series.Key, StringComparer.Ordinal), outcome.Recorded.OrderBy(series => series.Key, StringComparer.Ordinal));
        Assert.Equal(random.Places.Count(place => place.Shape.Kind != CallKind.None), outcome.Inventory.Sum(lines => lines.Count()));
    }

    static string Expected(Scope scope, CallKind kind, string model) => (scope, kind) switch
    {
        (Scope.Excused, _) => "excused",
        (Scope.None, _) => "unscoped, AIC001",
        (_, CallKind.Refused) => "refused, AIC002",
        _ => "measured as " + model,
    };

    // What the inventory and the rules say of a place, in one line: two of either would show. A PDB knows the line of a statement, which may start
    // one before that of the name.
    static string Found(Outcome outcome, int number)
    {
        var mark = outcome.Source.IndexOf(Place.Mark(number), StringComparison.Ordinal);
        if (mark < 0)
        {
            return "nothing";
        }

        var at = SourceText.From(outcome.Source).Lines.GetLinePosition(mark + Place.Mark(number).Length);
        return string.Join(
            ", ",
            outcome.Inventory[at.Line].Concat(outcome.Inventory[at.Line - 1])
                .Select(line => line["state"] == "measured" ? "measured as " + line["model"] : line["state"])
                .Concat(outcome.Flags[at]));
    }
}
