using System.CommandLine;
using System.CommandLine.Invocation;
using CrossTier.Tool.Commands;

namespace CrossTier.Tool;

/// <summary>The commands, and what becomes of wrong input: one line on the error stream and exit code 2.</summary>
static class CommandLine
{
    public const int Done = 0;

    /// <summary>The tool worked and the answer is no: coverage below the limit, a query that returns nothing.</summary>
    public const int No = 1;

    public const int WrongInput = 2;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(error, parsed.Errors[0].Message + " See 'crosstier --help'.");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (InputException e)
        {
            return Fail(error, e.Message);
        }
    }

    public static ParseResult Parse(IReadOnlyList<string> arguments) => Build().Parse(arguments);

    static RootCommand Build() =>
        new("Lists the AI inference calls of built assemblies, and writes what Prometheus, Alertmanager and Grafana need to watch them.")
        {
            CallsCommand.Create(),
            CoverageCommand.Create(),
            BaselineCommand.Create(),
            RulesCommand.Create(),
            DashboardCommand.Create(),
            ScrapeCommand.Create(),
            VerifyCommand.Create(),
            PricesCommand.Create(),
        };

    static int Fail(TextWriter error, string message)
    {
        error.WriteLine("crosstier: " + message.ReplaceLineEndings(" "));
        return WrongInput;
    }
}
