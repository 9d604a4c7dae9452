using System.CommandLine;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Files;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
static class Inputs
{
    public static Argument<string[]> Required() => new("input")
    {
        Description = "Built assemblies, or the metrics page of a running application (an address or a saved file).",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Output(string what) => new("--output", "-o")
    {
        Description = $"The file to write {what} to. Default, and -: the standard output.",
    };

    /// <summary>Where a command reports what it wrote: not into the text that it writes to the standard output.</summary>
    public static TextWriter SummaryOf(ParseResult parsed, string written) =>
        OutputFile.IsStandardOutput(written) ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output;

    /// <summary>Writes what a reader of locations should know.</summary>
    public static void WriteNotes(CallInventory inventory, TextWriter error)
    {
        foreach (var note in inventory.Notes)
        {
            error.WriteLine("note: " + TerminalText.Of(note));
        }
    }

    /// <summary>A number with its bounds.</summary>
    public static Option<double> Number(string name, string description, double standard, double min, double max)
    {
        var option = new Option<double>(name)
        {
            Description = $"{description} Default {standard.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
            DefaultValueFactory = _ => standard,
        };
        Bound(option, min, max, result => result.GetValue(option));
        return option;
    }

    /// <summary>A number that may be left out.</summary>
    public static Option<double?> OptionalNumber(string name, string description, double min, double max)
    {
        var option = new Option<double?>(name) { Description = description };
        Bound(option, min, max, result => result.GetValue(option));
        return option;
    }

    static void Bound(Option option, double min, double max, Func<System.CommandLine.Parsing.OptionResult, double?> read) => option.Validators.Add(result =>
    {
        // A word that is no number has its own message already; reading it here would throw.
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)
            && read(result) is { } value && !(value >= min && value <= max))
        {
            result.AddError(FormattableString.Invariant($"{option.Name} is {value}; say a number from {min} to {max}."));
        }
    });
}
