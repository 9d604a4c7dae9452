namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Whatever a program is made of, each of its requests is counted once.</summary>
public sealed class CompositionTests
{
    public static TheoryData<Tree, bool, bool> Examples
    {
        get
        {
            var data = new TheoryData<Tree, bool, bool>();
            foreach (var row in ExpectedTests.Examples)
            {
                data.Add(row.Data.Item1, row.Data.Item2, row.Data.Item3);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_example_is_counted_as_expected(Tree tree, bool streamed, bool abandoned)
    {
        var expected = Composed.Outcome.Of(Expected.Of(tree, streamed, abandoned));
        Assert.Equal(expected, await Composed.RunAsync(tree, streamed, abandoned, others: false));
        Assert.Equal(expected, await Composed.RunAsync(tree, streamed, abandoned, others: true));
    }
}
