using System.CommandLine;
using CrossTier.Exposition;
using CrossTier.Tool.Http;
using CrossTier.Tool.Inventory;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Commands;

/// <summary>The options that rules are made from; the dashboard and the check of both have them too, so that all three agree.</summary>
sealed class RuleInputs
{
    static readonly RuleOptions s_default = RuleOptions.Default;

    readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Built assemblies, or the metrics page of a running application: the providers that they state are expected to be "
            + "exposed. May be left out.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly Option<string[]> _jobs = new("--job")
    {
        Description = "The scrape job of the application. Default: every job that exports the metrics. May be repeated.",
    };

    readonly Option<string?> _name = new("--name")
    {
        Description = "The name of the rules: what they record carries it, so that files for other jobs, or of other teams, stand beside them. "
            + "Default: the jobs.",
    };

    readonly Option<string[]> _expected = new("--expect") { Description = "A provider, or provider/model, that must be exposed. May be repeated." };
    readonly Option<double> _slo = Inputs.Number("--slo", "The share of requests that must not fail, in percent.", s_default.Slo, 50, 99.999);

    readonly Option<double> _errorRate = Inputs.Number(
        "--error-rate",
        "The error rate of a cloud provider that warns, in percent.",
        s_default.ErrorRate,
        0.1,
        100);

    readonly Option<double> _gpu = Inputs.Number("--gpu", "The GPU utilisation that counts as saturated, in percent.", s_default.Gpu, 1, 100);
    readonly Option<double> _queue = Inputs.Number("--queue", "The queue depth of a local server that is too much.", s_default.Queue, 1, 1_000_000);

    readonly Option<double?> _latencyTarget = Inputs.OptionalNumber(
        "--latency-target",
        "The latency that users are promised, in seconds; moved to the nearest bound of the histogram.",
        0.01,
        655.36);

    readonly Option<double> _latencyShare = Inputs.Number(
        "--latency-share",
        "The share of requests that must keep --latency-target, in percent.",
        s_default.LatencyShare,
        1,
        99.999);

    readonly Option<double?> _lengthShare = Inputs.OptionalNumber(
        "--length-share",
        "The share of a model's answers that may be cut off at the limit of tokens, in percent. Default: only a rise against the model's own day warns.",
        0.1,
        100);

    readonly Option<double?> _tokens = Inputs.OptionalNumber("--tokens-per-day", "The tokens that a job may use in a day.", 1, 1e15);
    readonly Option<double?> _dollars = Inputs.OptionalNumber("--usd-per-day", "The money that a job may spend in a day, in US dollars.", 0.01, 1e9);

    readonly Option<string> _runbooks = new("--runbooks")
    {
        Description = "The address of the runbooks' folder.",
        DefaultValueFactory = _ => s_default.Runbooks,
    };

    readonly Option<double> _timeScale = Inputs.Number(
        "--time-scale",
        "Divides every window, wait and interval, to rehearse alerts: 60 turns minutes into seconds.",
        s_default.TimeScale,
        1,
        3600);

    public RuleInputs()
    {
        _name.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value) || token.Value == RuleName.Servers))
            {
                result.AddError($"--name is empty or '{RuleName.Servers}', the name of what '--only servers' writes; say another one.");
            }
        });
        _runbooks.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => WebAddress.HasPassword(token.Value)))
            {
                result.AddError("--runbooks holds a password, which would stand in every alert; leave it out.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_inputs);
        Option[] options =
        [
            _jobs, _name, _expected, _slo, _errorRate, _gpu, _queue, _latencyTarget, _latencyShare, _lengthShare, _tokens, _dollars, _runbooks, _timeScale,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    public IReadOnlyList<string> InputsOf(ParseResult parsed) => parsed.GetValue(_inputs) ?? [];

    /// <summary>The options that were given and mean nothing to the file of servers, or to that of applications.</summary>
    public IEnumerable<string> WithoutEffect(ParseResult parsed, bool isServers)
    {
        Option[] ofServers = [_gpu, _queue];
        Option[] ofApplications =
        [
            _name, _expected, _slo, _errorRate, _latencyTarget, _latencyShare, _lengthShare, _tokens, _dollars,
        ];
        return (isServers ? ofApplications : ofServers).Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);
    }

    /// <exception cref="InputException">An input cannot be read.</exception>
    public async Task<RuleOptions> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var inputs = InputsOf(parsed);
        var inventory = inputs.Count == 0 ? null : await InventorySource.ReadAsync(inputs, cancellation);
        return new RuleOptions
        {
            Jobs = parsed.GetValue(_jobs) ?? [],
            Name = parsed.GetValue(_name),
            Expected = Expectations.Of(inventory, parsed.GetValue(_expected) ?? []),
            Slo = parsed.GetValue(_slo),
            ErrorRate = parsed.GetValue(_errorRate),
            Gpu = parsed.GetValue(_gpu),
            Queue = parsed.GetValue(_queue),
            LatencyTarget = parsed.GetValue(_latencyTarget) is { } target ? Bound(target, parsed.InvocationConfiguration.Error) : null,
            LatencyShare = parsed.GetValue(_latencyShare),
            LengthShare = parsed.GetValue(_lengthShare),
            TokensPerDay = parsed.GetValue(_tokens),
            UsdPerDay = parsed.GetValue(_dollars),
            TimeScale = parsed.GetValue(_timeScale),
            Runbooks = parsed.GetRequiredValue(_runbooks),
        };
    }

    /// <summary>Only at its bounds does a histogram know how many requests were faster.</summary>
    static double Bound(double target, TextWriter notes)
    {
        var bound = HistogramValue.Bounds.MinBy(bound => Math.Abs(Math.Log(bound / target)));
        if (bound != target)
        {
            notes.WriteLine(FormattableString.Invariant($"note: --latency-target {target} is measured at {bound} s, the nearest bound of the histogram."));
        }

        return bound;
    }
}
