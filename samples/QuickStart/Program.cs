using CrossTier;
using CrossTier.Samples.QuickStart;
using CrossTier.Samples.QuickStart.Servers;
using CrossTier.Samples.QuickStart.Steps;
using Prometheus;

if (CommandLine.Parse(args) is not { } options)
{
    return Exit.Because(CommandLine.Usage);
}

Metrics.SuppressDefaultMetrics(); // Only to keep this page short: leave it out, and .NET's own metrics stand beside ours.
Metrics.DefaultRegistry.AddCrossTier();

try
{
    await using var page = options.Serve ? await MetricsPage.StartAsync(options.Port) : null;
    await using var servers = await ServerSet.StartAsync();
    return await new Tour(servers, page).RunAsync();
}
catch (SetupException wrong)
{
    return Exit.Because(wrong.Message);
}
