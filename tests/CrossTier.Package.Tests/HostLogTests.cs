using CrossTier.Package.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Package.Tests;

/// <summary>A host with our registrations, as a user runs it: its log has one line of ours.</summary>
public sealed class HostLogTests(Feed feed)
{
    const string Program = """
        // program
        using CrossTier;
        using Fakes;
        using Microsoft.Extensions.AI;
        using OpenTelemetry.Metrics;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddChatClient(new FakeClient()).UseCrossTier();
        if (args.Contains("exported"))
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddCrossTier().AddReader(new BaseExportingMetricReader(new Nowhere())));
        }

        await using var app = builder.Build();
        app.MapGet("/ask", async (IChatClient client) => (await Chat.Ask(client)).Text);
        await app.StartAsync();
        using var http = new HttpClient();
        await http.GetStringAsync(app.Urls.Single() + "/ask");
        app.Services.GetService<MeterProvider>()?.ForceFlush();
        await Task.Delay(TimeSpan.FromSeconds(args.Contains("exported") ? 0 : 65));

        static class Chat
        {
            [AiCall("openai", "gpt-4o")]
            public static Task<ChatResponse> Ask(IChatClient client) => client.GetResponseAsync("hi");
        }

        sealed class Nowhere : OpenTelemetry.BaseExporter<Metric>
        {
            public override OpenTelemetry.ExportResult Export(in OpenTelemetry.Batch<Metric> batch) => OpenTelemetry.ExportResult.Success;
        }
        """;

    [Fact]
    public async Task It_names_what_is_measured_and_who_exports_it_or_why_nothing_is()
    {
        var workspace = feed.Workspace();
        workspace.Bare(
            "App",
            Program,
            items: $"""
                {workspace.Package("CrossTier.Extensions.AI")}
                {workspace.Package("CrossTier.OpenTelemetry")}
                <PackageReference Include="OpenTelemetry.Extensions.Hosting" Version="{Repository.VersionOf("OpenTelemetry.Extensions.Hosting")}" />
                """,
            sdk: "Microsoft.NET.Sdk.Web").File("App/Client.cs", Code.Client);
        (await workspace.Build("App")).Succeeded().Says();

        Assert.Equal(
            ["info: CrossTier[2] CrossTier: 1 call site is measured, exported by OpenTelemetry."],
            await Log(workspace, "exported"));
        Assert.Equal(
            ["info: CrossTier[2] CrossTier: CROSSTIER_DISABLED is set: no call is measured."],
            await Log(workspace, "exported", ("CROSSTIER_DISABLED", "1")));
        if (Nightly.IsOn)
        {
            Assert.Equal(
                ["warn: CrossTier[3] CrossTier: calls are measured and nobody reads them: no exporter was added (AddCrossTier)."],
                await Log(workspace, "unread"));
        }
    }

    async Task<IEnumerable<string>> Log(Workspace workspace, string argument, params IEnumerable<(string Name, string Value)> environment)
    {
        var variables = environment.ToDictionary(variable => variable.Name, variable => variable.Value);
        var program = Path.Combine(workspace.Folder, "App/bin/Debug/net10.0/App.dll");
        var (exit, output) = await DotNet.Run(workspace.Folder, variables, program, argument);
        Assert.True(exit == 0, output);
        return output.Split('\n').Where(line => line.Contains("CrossTier", StringComparison.Ordinal)).Select(line => line.Trim());
    }
}
