namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Looks for the smallest program that fails like one that was drawn.</summary>
static class Smallest
{
    /// <param name="asked">The program.</param>
    /// <param name="seed">What draws it again.</param>
    /// <param name="failureOf">What is wrong with a program; null if nothing is.</param>
    public static async Task CheckAsync(Asked asked, string seed, Func<Asked, Task<string?>> failureOf)
    {
        if (await failureOf(asked) is not { } failure)
        {
            return;
        }

        var smaller = asked.Smaller().GetEnumerator();
        while (smaller.MoveNext())
        {
            if (await failureOf(smaller.Current) is { } still)
            {
                (asked, failure) = (smaller.Current, still);
                smaller = asked.Smaller().GetEnumerator();
            }
        }

        Assert.Fail($"{asked}: {failure}. CsCheck_Seed={seed} repeats it.");
    }
}
