using Spectre.Console;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>A console that writes control codes to terminals only, and lines that it does not break.</summary>
static class PlainConsole
{
    const int TableWidth = 120; // A narrower terminal breaks the table's lines, and not its numbers.
    const int NoTerminal = 1000;

    public static IAnsiConsole Create()
    {
        var console = Console.IsOutputRedirected ? AnsiConsole.Create(Redirected) : AnsiConsole.Console;
        console.Profile.Width = Console.IsOutputRedirected ? NoTerminal : Math.Max(TableWidth, console.Profile.Width);
        return console;
    }

    static AnsiConsoleSettings Redirected => new()
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false }, // They would turn colours on in a build server's log.
        Out = new AnsiConsoleOutput(Console.Out),
    };
}
