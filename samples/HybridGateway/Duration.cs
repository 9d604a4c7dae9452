using System.CommandLine.Parsing;
using System.Globalization;

namespace CrossTier.Samples.HybridGateway;

/// <summary>A length of time on the command line: <c>500ms</c>, <c>10s</c>, <c>30m</c>.</summary>
static class Duration
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static TimeSpan Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (Read(text) is { } time && time > TimeSpan.Zero && time <= Longest)
        {
            return time;
        }

        argument.AddError($"'{text}' is no length of time: say 500ms, 10s or 30m.");
        return default;
    }

    static TimeSpan? Read(string text)
    {
        var unit = text.TrimStart("0123456789".ToCharArray());
        return int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? unit switch
            {
                "ms" => TimeSpan.FromMilliseconds(number),
                "s" => TimeSpan.FromSeconds(number),
                "m" => TimeSpan.FromMinutes(number),
                _ => null,
            }
            : null;
    }
}
