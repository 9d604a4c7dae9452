namespace CrossTier.Generators;

/// <summary>The names of the pipeline's steps, by which the caching tests find them.</summary>
static class TrackingNames
{
    public const string Settings = nameof(Settings);
    public const string Calls = nameof(Calls);
    public const string OwnCalls = nameof(OwnCalls);
    public const string MeasuredCalls = nameof(MeasuredCalls);
    public const string Partials = nameof(Partials);
    public const string Queues = nameof(Queues);
    public const string Baseline = nameof(Baseline);
    public const string Referenced = nameof(Referenced);
    public const string Adapters = nameof(Adapters);
    public const string Files = nameof(Files);
    public const string MissingTypes = nameof(MissingTypes);
    public const string Startup = nameof(Startup);
}
