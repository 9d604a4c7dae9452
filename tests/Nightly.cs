namespace CrossTier.Testing;

/// <summary>
/// How far tests of chance and endurance go: briefly at each change, long with <c>CROSSTIER_NIGHTLY=1</c>, which <c>.ci/run --nightly</c>
/// sets.
/// </summary>
static class Nightly
{
    const int Factor = 25;

    static readonly bool s_isOn = Environment.GetEnvironmentVariable("CROSSTIER_NIGHTLY") == "1";

    /// <summary>How many random cases to try.</summary>
    public static int Cases(int usual) => s_isOn ? usual * Factor : usual;

    /// <summary>How many positions to skip between two tries.</summary>
    public static int Step(int usual) => s_isOn ? Math.Max(1, usual / Factor) : usual;

    /// <summary>Where chance starts: the same at each change, elsewhere every night.</summary>
    public static int Seed(int usual) => s_isOn ? Environment.TickCount : usual;

    /// <summary>How long to go on.</summary>
    public static TimeSpan Length(TimeSpan usual) => s_isOn ? usual * Factor : usual;
}
