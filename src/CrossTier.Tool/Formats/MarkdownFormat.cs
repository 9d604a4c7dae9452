using CrossTier.Tool.Escaping;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Formats;

/// <summary>Calls as a Markdown table, for a pull request or a wiki.</summary>
static class MarkdownFormat
{
    public static void Write(CallInventory inventory, TextWriter output)
    {
        output.WriteLine("| Call | API | Provider | Model | Tier | Where | Measurement |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var call in inventory.Calls)
        {
            string[] cells = [call.Call, call.Api, call.ProviderText, call.ModelText, call.TierText, call.LocationText, call.Measurement];
            output.WriteLine($"| {string.Join(" | ", cells.Select(MarkdownText.Of))} |");
        }

        output.WriteLine();
        output.WriteLine(TableFormat.Summary(inventory));
    }
}
