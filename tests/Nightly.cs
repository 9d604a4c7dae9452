namespace CrossTier.Testing;

/// <summary>
/// How far tests of chance and endurance go: briefly at each change, long with <c>CROSSTIER_NIGHTLY=1</c>, which <c>.ci/run --nightly</c>
/// sets.
/// </summary>
static class Nightly
{
    const int Factor = 25;

    /// <summary>Whether this is such a run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("CROSSTIER_NIGHTLY") == "1";

    /// <summary>How many random cases to try.</summary>
    public static int Cases(int usual) => IsOn ? usual * Factor : usual;

    /// <summary>How many positions to skip between two tries.</summary>
    public static int Step(int usual) => IsOn ? Math.Max(1, usual / Factor) : usual;

    /// <summary>Where chance starts: the same at each change, elsewhere every night.</summary>
    public static int Seed(int usual) => IsOn ? Environment.TickCount : usual;

    /// <summary>How long to go on.</summary>
    public static TimeSpan Length(TimeSpan usual) => IsOn ? usual * Factor : usual;
}
