namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>The cells that cannot hold, each with its reason and what it counts instead.</summary>
static class Exceptions
{
    static readonly (string Route, string Reply, string Reason, string Counts)[] All = [];

    public static (string Reason, string Counts)? Of(string route, string reply) =>
        All.Where(known => known.Route == route && known.Reply == reply).Select(known => ((string, string)?)(known.Reason, known.Counts)).FirstOrDefault();
}
