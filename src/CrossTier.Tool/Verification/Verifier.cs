using CrossTier.Exposition;
using CrossTier.Tool.Dashboards;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Verification;

/// <summary>Runs every query of rules and dashboard against a live Prometheus and finds out why those that return nothing do so.</summary>
sealed class Verifier(PrometheusClient prometheus, RuleOptions options)
{
    static readonly string[] s_suffixes = ["_bucket", "_count", "_sum"];

    /// <summary>Series that appear only under a condition, with it.</summary>
    static readonly Dictionary<string, string> Conditions = new()
    {
        [MetricDefinitions.FirstToken.Name] = "no stream has been read yet",
        [MetricDefinitions.Retries.Name] = "no retry has been seen; they are counted where the HTTP handler is added",
        [MetricDefinitions.RateLimitRemaining.Name] = "no reply has said what is left of its rate limit; see docs/http.md for where it is read",
        [MetricDefinitions.FinishReasons.Name] = "no reply has reported why its model stopped",
        [MetricDefinitions.TierTokens.Name] = "every token was served in its provider's default tier",
        [MetricDefinitions.BilledToolUses.Name] = "no reply has billed the use of a tool",
        [MetricDefinitions.TierTokenPrice.Name] = "no other service tier was used, or none has prices of its own",
        [MetricDefinitions.ToolPrice.Name] = "no billed tool was used, or none has a price",
        [MetricDefinitions.CallTokenDetails.Name] = "no call has used cached, written, audio or reasoning tokens",
        [MetricDefinitions.UnmeasuredRequests.Name] = "no request has left that nothing measures",
        [MetricDefinitions.LocalQueueDepth.Name] = "no local server is called and no [AiQueue] member is declared",
        [MetricDefinitions.TokenPrice.Name] = "no model that is called has a price; import a price book ('crosstier prices import')",
    };

    static readonly string[] Optionals =
    [
        MetricDefinitions.FirstToken.Name, MetricDefinitions.Retries.Name, MetricDefinitions.RateLimitRemaining.Name,
        MetricDefinitions.LocalQueueDepth.Name, MetricDefinitions.FinishReasons.Name, MetricDefinitions.TierTokens.Name,
        MetricDefinitions.BilledToolUses.Name, MetricDefinitions.TierTokenPrice.Name, MetricDefinitions.ToolPrice.Name,
        MetricDefinitions.CallTokenDetails.Name, MetricDefinitions.UnmeasuredRequests.Name,
    ];

    /// <summary>Series that queries ask for beside others: where they do not exist, no query returns nothing for it.</summary>
    static readonly string[] Besides = ["ALERTS", MetricDefinitions.ProviderRelay.Name, MetricDefinitions.StartTime.Name];

    readonly RuleBook[] _books = [RuleBook.Create(options), RuleBook.CreateServers(options)];
    readonly Promql _q = new(options);

    Dictionary<string, RecordingRule> Recordings => field ??= _books.SelectMany(book => book.Recordings)
        .DistinctBy(rule => rule.Record).ToDictionary(rule => rule.Record);

    string Unscraped => options.Jobs.Count == 0
        ? "no application with CrossTier is scraped ('crosstier scrape --app job=host:port')"
        : $"no application with CrossTier is scraped as job {string.Join(", ", options.Jobs)}; compare --job with the job_name "
            + "of the scrape configuration";

    public async Task<IReadOnlyList<Finding>> RunAsync(Dashboard dashboard, Action<string> progress, CancellationToken cancellation)
    {
        var names = await prometheus.NamesAsync(cancellation);
        var isScraped = (await prometheus.CountAsync(_q.Series(MetricDefinitions.BuildInfo), cancellation)).Series > 0;
        List<Finding> findings = [];
        foreach (var (kind, name, expr) in Queries(dashboard))
        {
            progress(name);
            var (series, error) = await prometheus.CountAsync(expr, cancellation);
            var (state, why) = (error, series, kind) switch
            {
                (not null, _, _) => (FindingState.Broken, error),
                (_, > 0, _) => (FindingState.Data, ""),
                _ when !isScraped => (FindingState.Empty, Unscraped),
                _ => Explain(expr, names, kind == "alert"),
            };
            findings.Add(new Finding(kind, name, state, why));
        }

        return findings;
    }

    /// <summary>Models that are priced as another one, because their replies name it: a guess that an alias would settle.</summary>
    public async Task<IReadOnlyList<string>> GuessesAsync(CancellationToken cancellation)
    {
        var guesses = await prometheus.LabelsAsync(
            $"group by (job, provider, model, priced_as) ({_q.Series(MetricDefinitions.PriceGuess)})",
            cancellation);
        return
        [
            .. guesses.Select(guess => $"{Of(guess, "provider")}/{Of(guess, "model")} of {Of(guess, "job")} is priced as {Of(guess, "priced_as")}")
                .Order(StringComparer.Ordinal),
        ];

        static string Of(IReadOnlyDictionary<string, string> labels, string name) => labels.GetValueOrDefault(name, "?");
    }

    IEnumerable<(string Kind, string Name, string Expr)> Queries(Dashboard dashboard) =>
    [
        .. Recordings.Values.Select(rule => ("recording", rule.Record, rule.Expr)),
        .. _books.SelectMany(book => book.Alerts).Select(rule => ("alert", rule.Alert, rule.Expr)),
        .. dashboard.Queries.Select(query => ("dashboard", query.Panel, Fill(query.Expr))),
    ];

    /// <summary>A dashboard's query as Grafana sends it while everything is chosen.</summary>
    string Fill(string expr) => expr
        .Replace("$__rate_interval", _q.Window(TimeSpan.FromMinutes(5))).Replace("$__range", _q.Window(TimeSpan.FromHours(1)))
        .Replace("tier!~\"$tier\"", "tier!~\".*\"")
        .Replace("$job", ".*")
        .Replace("$provider", ".*")
        .Replace("$model", ".*")
        .Replace("$tier", ".*")
        .Replace("$server", ".*");

    (FindingState State, string Why) Explain(string expr, HashSet<string> names, bool isAlert)
    {
        string[] missing = [.. Roots(expr, names).Distinct().Order(StringComparer.Ordinal)];
        string[] unloaded =
        [
            .. MetricNames.In(expr).Where(name => Recordings.TryGetValue(name, out var rule) && !names.Contains(name) && Roots(rule.Expr, names).Count == 0),
        ];
        string[] ours = [.. missing.Where(name => name.StartsWith("ai_gateway_", StringComparison.Ordinal) && !Optionals.Contains(BaseName(name)))];
        if (ours.Length > 0)
        {
            return (
                FindingState.Empty,
                $"{ours[0]} does not exist: {Conditions.GetValueOrDefault(BaseName(ours[0]), "the application is not scraped, or does not publish it")}");
        }

        if (isAlert)
        {
            return (FindingState.Quiet, "");
        }

        if (missing.FirstOrDefault(name => Optionals.Contains(BaseName(name))) is { } optional)
        {
            return (FindingState.Optional, $"{optional} does not exist: {Conditions[BaseName(optional)]}");
        }

        if (missing.Length > 0
            && missing.All(name => !name.StartsWith("ai_gateway_", StringComparison.Ordinal) && !Recordings.ContainsKey(name))
            && MetricNames.In(expr).All(name => !names.Contains(name)))
        {
            return (FindingState.Optional, "no inference server or GPU exporter is scraped ('crosstier scrape --server')");
        }

        return unloaded.Length > 0
            ? (FindingState.Empty, $"{unloaded[0]} is not recorded: the rules are not loaded, or nothing has happened yet")
            : (FindingState.Empty, "its series exist and none matches: nothing of the kind has happened in the window");
    }

    /// <summary>The series at the bottom of a query that do not exist; recorded ones are followed to what they read.</summary>
    IReadOnlyCollection<string> Roots(string expr, HashSet<string> names) =>
        [
            .. MetricNames.In(expr)
                .Where(name => !names.Contains(name) && !Besides.Contains(name))
                .SelectMany(name => Recordings.TryGetValue(name, out var rule) ? Roots(rule.Expr, names) : [name]),
        ];

    static string BaseName(string name) =>
        s_suffixes.Where(name.EndsWith).Select(suffix => name[..^suffix.Length]).FirstOrDefault(name);
}
