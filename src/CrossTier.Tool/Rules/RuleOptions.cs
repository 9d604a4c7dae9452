namespace CrossTier.Tool.Rules;

/// <summary>What an operator may set for the rules; the defaults fit an application of which nothing is known.</summary>
sealed record RuleOptions
{
    public static RuleOptions Default { get; } = new();

    /// <summary>The scrape jobs of the applications; empty: all that export our metrics.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];

    /// <summary>
    /// The name of the file: every series that it records carries it as <c>rules</c> and is read only with it, so that any number of files
    /// stand side by side. Null: made from the jobs.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>What must be there whenever the application runs.</summary>
    public IReadOnlyList<Expectation> Expected { get; init; } = [];

    /// <summary>The share of requests that must not fail, in percent.</summary>
    public double Slo { get; init; } = 99.5;

    /// <summary>The error rate of a cloud provider that warns, in percent.</summary>
    public double ErrorRate { get; init; } = 5;

    /// <summary>The GPU utilisation that counts as saturated, in percent.</summary>
    public double Gpu { get; init; } = 90;

    /// <summary>The queue depth of a local server that its capacity must not reach.</summary>
    public double Queue { get; init; } = 20;

    /// <summary>The latency that users are promised in seconds; one of the histogram's bounds.</summary>
    public double? LatencyTarget { get; init; }

    /// <summary>The share of requests that must keep it, in percent.</summary>
    public double LatencyShare { get; init; } = 95;

    /// <summary>The share of a model's answers that may end at the limit of tokens, in percent; null: only what rises against its own day.</summary>
    public double? LengthShare { get; init; }

    /// <summary>The tokens that a job may use in a day.</summary>
    public double? TokensPerDay { get; init; }

    /// <summary>The money that a job may spend in a day, in US dollars.</summary>
    public double? UsdPerDay { get; init; }

    /// <summary>Divides every window, wait and interval: 60 turns minutes into seconds. For rehearsals.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The address of the runbooks' folder.</summary>
    public string Runbooks { get; init; } = RepositoryAddress.Documentation + "runbooks/";
}
