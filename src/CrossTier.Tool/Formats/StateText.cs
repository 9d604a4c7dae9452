using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Formats;

/// <summary>The states as the inventory spells them.</summary>
static class StateText
{
    public static string Of(CallState state) => state.ToString().ToLowerInvariant();
}
