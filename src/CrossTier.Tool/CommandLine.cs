using System.CommandLine;
using System.CommandLine.Invocation;
using CrossTier.Tool.Commands;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Http;

namespace CrossTier.Tool;

/// <summary>The commands, and what becomes of wrong input and of unknown errors: one line on the error stream and exit code 2.</summary>
static class CommandLine
{
    public const int Done = 0;

    /// <summary>The tool worked and the answer is no: coverage below the limit, a query that returns nothing.</summary>
    public const int No = 1;

    public const int WrongInput = 2;

    const string Verbose = "--verbose";

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        try
        {
            var parsed = Parse(arguments);
            return parsed.Action is ParseErrorAction
                ? Fail(error, Explain(parsed) + " See 'crosstier --help'.")
                : await parsed.InvokeAsync(
                    new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                    cancellation);
        }
        catch (InputException e)
        {
            return Fail(error, e.Message);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Unexpected(e, error, arguments.Contains(Verbose));
        }
    }

    public static ParseResult Parse(IReadOnlyList<string> arguments) => Build().Parse(arguments);

    /// <summary>What is wrong with the arguments. Of a word that is no command the library reports only that one is missing.</summary>
    static string Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return parsed.Errors[0].Message;
        }

        var names = string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name));
        return parsed.UnmatchedTokens is [var word, ..] ? $"'{word}' is none of its commands: {names}." : $"say a command: {names}.";
    }

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
            new Option<bool>(Verbose) { Description = "Write the trace of an error that the tool does not know.", Recursive = true },
        };

    static int Unexpected(Exception e, TextWriter error, bool isVerbose)
    {
        var advice = isVerbose ? "" : $" Run it again with {Verbose} for the trace.";
        var code = Fail(error, $"unexpected {e.GetType().Name}: {e.Message.TrimEnd('.')}.{advice}");
        if (isVerbose)
        {
            foreach (var line in e.ToString().Split('\n'))
            {
                WriteLine(error, line.TrimEnd('\r'));
            }
        }

        return code;
    }

    static int Fail(TextWriter error, string message)
    {
        WriteLine(error, "crosstier: " + message.ReplaceLineEndings(" "));
        return WrongInput;
    }

    static void WriteLine(TextWriter error, string line)
    {
        try
        {
            error.WriteLine(TerminalText.Of(WebAddress.InText(line)));
        }
        catch (IOException)
        {
            // The error stream is gone, and with it the last place to say so: the exit code remains.
        }
    }
}
