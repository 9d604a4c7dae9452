using System.CommandLine;
using System.Globalization;
using CrossTier.Prices;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Files;
using CrossTier.Tool.Inventory;
using CrossTier.Tool.Prices;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier prices: writes the price book that the runtime loads, and reports which calls it does not cover.</summary>
static class PricesCommand
{
    /// <summary>Dollars for a million tokens: beyond it somebody mistyped, and far beyond it the number has no room.</summary>
    const double MaxPrice = 1e9;

    public static Command Create() =>
        new("prices", "Write and check the price book that an application loads (CROSSTIER_PRICES, or options.Prices).") { Import(), Check() };

    static Command Import()
    {
        var file = new Argument<string>("file") { Description = "LiteLLM's model_prices_and_context_window.json or pydantic genai-prices' data.json." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The price book to write; - is the standard output. Default prices.json.",
            DefaultValueFactory = _ => "prices.json",
        };
        var providers = new Option<string[]>("--provider") { Description = "Only prices of this provider. May be repeated." };
        var merge = new Option<string?>("--merge") { Description = "A price book whose past prices stay: what changed holds from --date on." };
        var date = new Option<DateOnly>("--date")
        {
            Description = "The day on which the prices were looked up. Default today.",
            DefaultValueFactory = _ => DateOnly.FromDateTime(DateTime.UtcNow),
        };
        var aliases = new Option<string[]>("--alias") { Description = "A name that stands for another: azure/my-deployment=openai/gpt-4o. May be repeated." };
        var gpu = new Option<string[]>("--gpu-hour")
        {
            Description = "A local model's price by its GPU: ollama/llama3.2=0.80@45 is 0.80 dollars an hour at 45 tokens a second; * stands "
                + "for any text. May be repeated.",
        };
        var command = new Command("import", "Write a price book from a public file of prices.") { file, output, providers, merge, date, aliases, gpu };
        command.SetAction(parsed =>
        {
            var imported = PriceFileReader.Read(parsed.GetRequiredValue(file));
            var wanted = parsed.GetValue(providers) ?? [];
            TokenPrice[] prices =
            [
                .. imported.Prices.Where(price => wanted.Length == 0 || wanted.Contains(price.Provider, StringComparer.OrdinalIgnoreCase))
                    .OrderBy(price => price.Provider, StringComparer.Ordinal),
                .. (parsed.GetValue(gpu) ?? []).Select(GpuPrice),
            ];
            if (prices.Length == 0)
            {
                throw new InputException(
                    $"no price of {string.Join(", ", wanted)} is in '{parsed.GetValue(file)}'; it has "
                    + $"{string.Join(", ", imported.Prices.Select(price => price.Provider).Distinct().Take(12))}.");
            }

            var book = new PriceBook(
                parsed.GetValue(date),
                imported.Source,
                prices,
                (parsed.GetValue(aliases) ?? []).Select(Alias).DistinctBy(alias => alias.Name).ToDictionary(alias => alias.Name, alias => alias.Target));
            book = parsed.GetValue(merge) is { } old ? BookMerger.Merge(Load(old), book) : book;
            var path = parsed.GetRequiredValue(output);
            OutputFile.Write(path, PriceBookFile.Write(book), parsed.InvocationConfiguration.Output);
            var text = Inputs.SummaryOf(parsed, path);
            text.WriteLine(TerminalText.Of(
                $"{path}: {book.Prices.Count} prices of {book.Prices.Select(price => price.Provider).Distinct().Count()} providers; "
                + $"{imported.Skipped} models without a price by token are left out."));
            foreach (var group in book.Prices.SelectMany(price => price.NotCovered).GroupBy(what => what).OrderByDescending(group => group.Count()))
            {
                text.WriteLine(TerminalText.Of($"not covered: {group.Key} ({group.Count()} prices)"));
            }

            return CommandLine.Done;
        });
        return command;
    }

    static Command Check()
    {
        var inputs = Inputs.Required();
        var file = new Option<string?>("--book") { Description = "The price book. Default: the one that is embedded in CrossTier." };
        var command = new Command("check", "List what the code calls with its price; exit code 1 if a model has none.") { inputs, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var inventory = await InventorySource.ReadAsync(parsed.GetRequiredValue(inputs), cancellation);
            var book = parsed.GetValue(file) is { } path ? Load(path) : PriceBook.Embedded;
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine(TerminalText.Of($"Prices of {book.Date:yyyy-MM-dd}, {book.Source}."));
            var unpriced = 0;
            foreach (var set in inventory.Calls.Where(call => call is { State: CallState.Measured, Provider: not null, Model: not null })
                .Select(call => (Provider: call.Provider!, Model: call.Model!, IsLocal: call.TierText == "local")).Distinct().Order())
            {
                var price = book.Find(set.Provider, set.Model, DateOnly.FromDateTime(DateTime.UtcNow));
                unpriced += price is null && !set.IsLocal ? 1 : 0;
                output.WriteLine(TerminalText.Of($"{set.Provider} {set.Model} {Text(price, set.IsLocal)}"));
            }

            var open = inventory.Calls.Count(call => call is { State: CallState.Measured } and ({ Provider: null } or { Model: null }));
            output.WriteLine(FormattableString.Invariant(
                $"{unpriced} {(unpriced == 1 ? "model has" : "models have")} no price. {open} {(open == 1 ? "call names its" : "calls name their")} ")
                + "model at run time: the dashboard shows what of them is unpriced.");
            return unpriced == 0 ? CommandLine.Done : CommandLine.No;
        });
        return command;
    }

    static string Text(TokenPrice? price, bool isLocal) => price switch
    {
        null when isLocal => "is local and costs nothing.",
        null => "has NO PRICE: its tokens are not in the cost. Import a price, or name the model that it is with --alias.",
        _ => string.Create(
                CultureInfo.InvariantCulture,
                $"costs {price.Input:0.####} US dollars for a million input tokens and {price.Output:0.####} for a million output tokens.")
            + (price.NotCovered.Count > 0 ? $" Its price does not cover {string.Join(", ", price.NotCovered)}." : ""),
    };

    static PriceBook Load(string path)
    {
        try
        {
            return PriceBook.Load(path);
        }
        catch (InvalidDataException e)
        {
            throw new InputException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"'{path}' cannot be read ({FileReason.Of(e)}); write a price book with 'crosstier prices import'.");
        }
    }

    static (string Name, string Target) Alias(string text) => text.Split('=') is [var name, var target] && name.IndexOf('/') > 0 && target.IndexOf('/') > 0
        ? (name, target)
        : throw new InputException($"--alias {text}: say provider/model=provider/model, such as azure/my-deployment=openai/gpt-4o.");

    static TokenPrice GpuPrice(string text)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        return text.Split('=', '@') is [var name, var hour, var speed] && name.Split('/', 2) is [{ Length: > 0 } provider, { Length: > 0 } model]
            && decimal.TryParse(hour, style, CultureInfo.InvariantCulture, out var dollars)
            && decimal.TryParse(speed, style, CultureInfo.InvariantCulture, out var tokens) && tokens > 0
            && (double)dollars / 3600 / (double)tokens * 1_000_000 < MaxPrice
            ? new TokenPrice(provider, model) { Input = 0, Output = Math.Round(dollars / 3600 / tokens * 1_000_000, 6) }
            : throw new InputException(
                $"--gpu-hour {text}: say provider/model=dollars@tokens, such as ollama/llama3.2=0.80@45 for 0.80 dollars an hour at 45 tokens a second.");
    }
}
