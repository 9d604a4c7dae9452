using System.CommandLine;
using System.CommandLine.Invocation;
using CrossTier.Samples.HybridGateway.Configuration;

namespace CrossTier.Samples.HybridGateway;

/// <summary>What the program was asked to do. Wrong input gets one line on the error stream and exit code 2.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    private static readonly Option<string?> Listen = new("--listen") { Description = "Where to listen, such as http://127.0.0.1:8080. Any other address than loopback needs Gateway:Token." };

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Build().Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Fail($"{parsed.Errors[0].Message} See --help.");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SetupException wrong)
        {
            return Fail(wrong.Message);
        }
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("An OpenAI-compatible gateway: local first, cloud when that fails, measured by CrossTier.") { Listen };
        root.SetAction(async (parsed, _) => await ServeAsync(Settings(parsed)));
        return root;
    }

    private static async Task<int> ServeAsync(GatewaySettings settings)
    {
        await using var gateway = await Gateway.StartAsync(settings);
        Console.WriteLine(gateway.Describe());
        await gateway.WaitForCtrlCAsync();
        return 0;
    }

    /// <summary>appsettings.json beside the program, the environment over it, the command line over both.</summary>
    private static GatewaySettings Settings(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: false)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(parsed.GetValue(Listen) is { } listen ? [new("Gateway:Listen", listen)] : [])
            .Build();
        return SettingsReader.Read(configuration);
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return Misused;
    }
}
