using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>Items of a reply's output that are uses of tools billed apart, by the names of their types.</summary>
static class RawItems
{
    public static void Read(IEnumerable items, ref ReplyReading reading)
    {
        SortedList<string, long>? uses = null;
        foreach (var item in items)
        {
            if (item is not null && BilledTools.OfType(item.GetType().Name) is { } tool && IsBilled(item))
            {
                uses ??= new(StringComparer.Ordinal);
                uses[tool] = uses.GetValueOrDefault(tool) + 1;
            }
        }

        if (uses is not null)
        {
            foreach (var (tool, count) in uses)
            {
                reading.ToolUses(tool, count);
            }
        }
    }

    // A page that is opened, or text that is found in one, is no search.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that was trimmed away is not read: the use counts.")]
    static bool IsBilled(object item) =>
        item.GetType().GetProperty("Action", BindingFlags.Public | BindingFlags.Instance)?.GetValue(item) is not { } action
        || BilledTools.IsSearch(action.GetType().Name);
}
