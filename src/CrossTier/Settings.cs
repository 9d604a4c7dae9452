using System.Globalization;

namespace CrossTier;

/// <summary>
/// What the environment sets. Each option of the code has a variable here or, where a sister package has the option, there: docs/settings.md lists all.
/// What code sets goes first.
/// </summary>
/// <param name="read">Reads a variable.</param>
sealed class Settings(Func<string, string?> read)
{
    /// <summary>Nothing is measured.</summary>
    public const string Disabled = "CROSSTIER_DISABLED";

    /// <summary>The cap on pairs of provider and model that are found at run time.</summary>
    public const string MaxLabelSets = "CROSSTIER_MAX_LABEL_SETS";

    /// <summary>Whether there are metrics by line of code.</summary>
    public const string CallMetrics = "CROSSTIER_CALL_METRICS";

    /// <summary>Where lines go: stderr, stdout or none.</summary>
    public const string Log = "CROSSTIER_LOG";

    /// <summary>The file of a price book, or none.</summary>
    public const string Prices = "CROSSTIER_PRICES";

    /// <summary>Models that are priced as others: <c>azure/assistant=openai/gpt-4o</c>, with commas between several.</summary>
    public const string PriceAs = "CROSSTIER_PRICE_AS";

    /// <summary>What exists at 0 before its first call: <c>openai/gpt-4o, ollama</c>.</summary>
    public const string Expect = "CROSSTIER_EXPECT";

    /// <summary>Whose servers answer at hosts: <c>llm.corp.example=vllm/local, gpu-7:8000=sglang, ai-gateway=gateway/relay</c>.</summary>
    public const string Hosts = "CROSSTIER_HOSTS";

    /// <summary>Whether requests are counted that nothing measures: off, on or exact.</summary>
    public const string SafetyNet = "CROSSTIER_SAFETY_NET";

    static readonly string[] Yes = ["1", "true", "yes", "on"];
    static readonly string[] No = ["0", "false", "no", "off"];

    public static Settings OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The text; null if it is not set.</summary>
    public string? Text(string variable) => read(variable)?.Trim() is { Length: > 0 } text ? text : null;

    public bool Flag(string variable, bool standard)
    {
        if (Text(variable) is not { } text)
        {
            return standard;
        }

        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase) || No.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        }

        Warnings.Once(variable, $"{variable} is '{text}', neither 1 nor 0; {(standard ? 1 : 0)} holds.");
        return standard;
    }

    /// <summary>One of several words; what is none of them is told once.</summary>
    public T Choice<T>(string variable, T standard)
        where T : struct, Enum
    {
        if (Text(variable) is not { } text)
        {
            return standard;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice))
        {
            return choice;
        }

        Warnings.Once(variable, $"{variable} is '{text}', none of {string.Join(", ", Enum.GetNames<T>())}; {standard} holds.");
        return standard;
    }

    /// <summary>Tells once of a name for the log that is none: <see cref="Warnings"/> itself goes on with its default.</summary>
    public void CheckLog()
    {
        if (Text(Log) is { } text && Warnings.Of(text) is null)
        {
            Warnings.Once(Log, $"{Log} is '{text}', none of stderr, stdout, none; the log of the host, else stderr, holds.");
        }
    }

    public int WholeNumber(string variable, int standard)
    {
        if (Text(variable) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Warnings.Once(variable, $"{variable} is '{text}', not a whole number; {standard} holds.");
        return standard;
    }

    /// <summary>Providers, or pairs of provider and model.</summary>
    public IEnumerable<(string Provider, string? Model)> Expected =>
        Items(Expect).Select(item => item.Split('/', 2) is [var provider, var model] ? (provider, model) : (item, (string?)null))
            .Where(item => IsName(Expect, item.Item1, "provider, or provider/model") && (item.Item2 is null || IsName(Expect, item.Item2, "provider/model")));

    /// <summary>Models that are priced as others, each as provider and model.</summary>
    public IEnumerable<(string Provider, string Model, string PricedProvider, string PricedModel)> Priced
    {
        get
        {
            foreach (var item in Items(PriceAs))
            {
                if (item.Split('=') is [var name, var target]
                    && name.Trim().Split('/', 2) is [{ Length: > 0 } provider, { Length: > 0 } model]
                    && target.Trim().Split('/', 2) is [{ Length: > 0 } pricedProvider, { Length: > 0 } pricedModel])
                {
                    yield return (provider, model, pricedProvider, pricedModel);
                }
                else
                {
                    Warnings.Once(PriceAs, $"{PriceAs}: '{item}' is not provider/model=provider/model, such as azure/assistant=openai/gpt-4o; it is left out.");
                }
            }
        }
    }

    /// <summary>Whether a text is a host, or host:port, as it can be mapped.</summary>
    public static bool IsHost(string text) =>
        Uri.TryCreate("http://" + text, UriKind.Absolute, out var address)
        && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } && !text.EndsWith('/') && !text.Contains(' ');

    /// <summary>Several values, with commas between them.</summary>
    public string[] Items(string variable) => Split(Text(variable));

    /// <summary>What a text has between its commas.</summary>
    public static string[] Split(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    static bool IsName(string variable, string name, string form)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Warnings.Once(variable, $"{variable} holds what is not {form}; it is left out.");
            return false;
        }

        return true;
    }
}
