namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Which of the requests on the wire that wait below a layer are the one that it counts.</summary>
static class WireClaim
{
    /// <param name="answer">What the layer has seen.</param>
    /// <param name="waiting">What has waited below it.</param>
    /// <param name="main">The request that brought the answer; null if it is none of them.</param>
    public static HashSet<Wire> Of(Answer answer, List<Wire> waiting, out Wire? main)
    {
        main = MainOf(answer, waiting);
        HashSet<Wire> claimed = main is null ? [] : [main];
        if (answer.Input > 0 && waiting.Intersect(answer.Wire).Where(wire => wire.IsSuccess).ToList() is { Count: > 0 } rounds)
        {
            // All rounds of a loop, or those that had come before it failed.
            if (rounds.Sum(wire => wire.Counted.Input) == answer.Input)
            {
                claimed.UnionWith(rounds);
            }
            else if (rounds.Find(wire => wire.Counted.Input == answer.Input) is { } seen)
            {
                claimed.Add(seen);
            }
        }

        // The round of a loop that broke off.
        if (EndOf(answer, waiting) is { } end && (main is null || waiting.IndexOf(end) > waiting.IndexOf(main)))
        {
            claimed.Add(end);
        }

        for (var i = waiting.Count - 2; i >= 0; i--)
        {
            if (!waiting[i].IsSuccess && waiting.Skip(i + 1).FirstOrDefault(later => ReferenceEquals(later.Server, waiting[i].Server)) is { } next
                && claimed.Contains(next) && waiting[i].Counted.Status == "failure")
            {
                claimed.Add(waiting[i]);
            }
        }

        return claimed;
    }

    static Wire? MainOf(Answer answer, List<Wire> waiting)
    {
        if (answer.NamedBy is { } named && waiting.Contains(named))
        {
            return named;
        }

        if (answer.IsSuccess)
        {
            return answer.HasId ? null : waiting.FindLast(wire => wire.IsSuccess && wire.Counted.Input == answer.Input);
        }

        return waiting.FindLast(wire => wire.IsSuccess ? answer is { Came: true, HasId: false } : BrokeOffWith(wire, answer));
    }

    static Wire? EndOf(Answer answer, List<Wire> waiting) => answer.IsSuccess ? null : waiting.FindLast(wire => BrokeOffWith(wire, answer));

    static bool BrokeOffWith(Wire wire, Answer answer) =>
        !wire.IsSuccess && (wire.Counted.Status != "failure" || answer is { Status: "failure" } or { Came: false });
}
