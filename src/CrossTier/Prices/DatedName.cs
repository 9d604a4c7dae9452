using System.Text.RegularExpressions;

namespace CrossTier.Prices;

/// <summary>Names that say a date or version of a model: <c>gpt-4o-2024-08-06</c>, <c>claude-sonnet-4-5-20250929</c>, <c>llama3.2:latest</c>.</summary>
static partial class DatedName
{
    public static string Strip(string model) => Ending().Replace(model, "");

    [GeneratedRegex(@"([-@](\d{4}-\d{2}-\d{2}|\d{8})(-v\d+(:\d+)?)?|:latest|-latest)$")]
    internal static partial Regex Ending();
}
