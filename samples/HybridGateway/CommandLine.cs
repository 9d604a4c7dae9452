using System.CommandLine;
using System.CommandLine.Invocation;
using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Load;
using CrossTier.Samples.HybridGateway.Soak;

namespace CrossTier.Samples.HybridGateway;

/// <summary>What the program was asked to do. Wrong input gets one line on the error stream and exit code 2.</summary>
static class CommandLine
{
    const int Misused = 2;

    static readonly Option<string?> Listen = new("--listen")
    {
        Description = "Where to listen, such as http://127.0.0.1:8080. Any other address than loopback needs Gateway:Token.",
    };

    static readonly Option<bool> WithLoad = new("--load")
    {
        Description = "Send a load to the gateway through a script of faults, and report. Both upstreams must be simulated.",
    };

    static readonly Option<TimeSpan> PhaseLength = new("--phase")
    {
        Description = "How long each phase of the script lasts, such as 10s. Default 10s.",
        DefaultValueFactory = _ => TimeSpan.FromSeconds(10),
        CustomParser = Duration.Parse,
    };

    static readonly Option<TimeSpan?> SoakLength = new("--soak")
    {
        Description = "Send as many requests as this machine can take for this long, such as 30m, and report on memory, handles, lost counts and latency.",
        CustomParser = argument => Duration.Parse(argument),
    };

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

    static RootCommand Build()
    {
        var root = new RootCommand("An OpenAI-compatible gateway: local first, cloud when that fails, measured by CrossTier.")
        {
            Listen,
            WithLoad,
            PhaseLength,
            SoakLength,
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(WithLoad) && result.GetValue(SoakLength) is not null)
            {
                result.AddError("--load and --soak are two runs: say one of them.");
            }
        });
        root.SetAction((parsed, _) => RunAsync(parsed));
        return root;
    }

    static async Task<int> RunAsync(ParseResult parsed)
    {
        var settings = Settings(parsed);
        if (parsed.GetValue(SoakLength) is { } length)
        {
            return await SoakRun.RunAsync(settings, length);
        }

        await using var gateway = await Gateway.StartAsync(settings);
        if (parsed.GetValue(WithLoad))
        {
            return await new LoadRun(gateway, parsed.GetValue(PhaseLength)).RunAsync();
        }

        Console.WriteLine(gateway.Describe());
        await gateway.WaitForCtrlCAsync();
        return 0;
    }

    /// <summary>appsettings.json beside the program, the environment over it, the command line over both.</summary>
    static GatewaySettings Settings(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: false)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(parsed.GetValue(Listen) is { } listen ? [new("Gateway:Listen", listen)] : [])
            .Build();
        return SettingsReader.Read(configuration);
    }

    static int Fail(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return Misused;
    }
}
