using System.CommandLine;
using System.Text.RegularExpressions;
using CrossTier.Tool.Files;
using CrossTier.Tool.Scraping;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier scrape: a configuration of Prometheus for the application, its inference servers and GPU exporters.</summary>
static partial class ScrapeCommand
{
    public static Command Create()
    {
        var apps = new Option<string[]>("--app")
        {
            Description = "An application: job=host:port, with a path if it is not /metrics. May be repeated; replicas have one job.",
        };
        var servers = new Option<string[]>("--server")
        {
            Description = "An inference server or GPU exporter: vllm, nim, sglang, tgi, llama.cpp, triton, localai, dcgm, nvidia-smi or "
                + "rocm=host:port. May be repeated.",
        };
        var rules = new Option<string[]>("--rules")
        {
            Description = "A file that 'crosstier rules' wrote, as Prometheus will find it. Default rules.yml.",
            DefaultValueFactory = _ => ["rules.yml"],
        };
        var alertmanagers = new Option<string[]>("--alertmanager") { Description = "An Alertmanager: host:port. May be repeated." };
        var interval = new Option<string>("--interval")
        {
            Description = "How often to scrape, at most once a minute apart. Default 15s.",
            DefaultValueFactory = _ => "15s",
        };
        var token = new Option<string?>("--token-file") { Description = "A file with the bearer token that the applications' metrics ask for." };
        var file = Inputs.Output("the configuration");
        var command = new Command("scrape", "Write a scrape configuration of Prometheus.") { apps, servers, rules, alertmanagers, interval, token, file };
        command.SetAction(parsed =>
        {
            ScrapeTarget[] applications = [.. (parsed.GetValue(apps) ?? []).Select(ScrapeTarget.App)];
            ScrapeTarget[] targets = [.. applications, .. (parsed.GetValue(servers) ?? []).Select(ScrapeTarget.Server)];
            if (targets.Length == 0)
            {
                throw new InputException("nothing to scrape; name the application with --app job=host:port.");
            }

            if (targets.GroupBy(target => target.Job).FirstOrDefault(job => job.Select(target => target.Path).Distinct().Count() > 1) is { } twice)
            {
                throw new InputException(
                    $"the job '{twice.Key}' has several paths ({string.Join(", ", twice.Select(target => target.Path).Distinct())}); give "
                    + "each path a job of its own.");
            }

            var every = parsed.GetRequiredValue(interval);
            if (!Duration.IsMatch(every))
            {
                throw new InputException($"--interval {every}: say 1s to 60s, or milliseconds such as 500ms; rates over five minutes need several scrapes.");
            }

            var configuration = new ScrapeFile(
                every, targets, parsed.GetValue(rules) ?? [],
                [.. (parsed.GetValue(alertmanagers) ?? []).Select(address => ScrapeTarget.HostAndPort(address, 9093, "--alertmanager " + address))],
                parsed.GetValue(token));
            OutputFile.Write(
                parsed.GetValue(file),
                configuration.Write(applications.Select(app => app.Job).ToHashSet()),
                parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }

    [GeneratedRegex("^([1-9]|[1-5][0-9]|60)s$|^[1-9][0-9]{2}ms$|^1m$")]
    static partial Regex Duration { get; }
}
