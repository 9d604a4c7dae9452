namespace CrossTier.Samples.QuickStart;

/// <summary>Ends a program that cannot do what it was asked to.</summary>
static class Exit
{
    const int Misused = 2;

    public static int Because(string reason)
    {
        Console.Error.WriteLine(reason);
        return Misused;
    }
}
