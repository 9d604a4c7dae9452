namespace CrossTier.Benchmarks.Harness;

/// <summary>What was measured in a scenario.</summary>
sealed class Results(IReadOnlyDictionary<string, Measurement> measurements)
{
    public const string Bare = "bare";
    public const string Floor = "floor: wrapper, two clock reads";
    public const string CrossTier = "CrossTier";

    public Measurement this[string name] => measurements[name];

    /// <summary>What a candidate adds to the bare call, over what the floor adds.</summary>
    public double NetOverFloor(string name) => Net(name) / Net(Floor);

    /// <summary>What a candidate adds to the bare call.</summary>
    public double Net(string name) => this[name].Nanoseconds - this[Bare].Nanoseconds;

    /// <summary>The nanoseconds of the whole call of one beyond the whole call of another.</summary>
    public double Added(string name, string over) => this[name].Nanoseconds - this[over].Nanoseconds;

    /// <summary>The whole call of one over the whole call of another.</summary>
    public double Total(string name, string over) => this[name].Nanoseconds / this[over].Nanoseconds;

    /// <summary>The bytes that a candidate adds to the bare call.</summary>
    public double BytesAdded(string name) => this[name].Bytes - this[Bare].Bytes;
}
