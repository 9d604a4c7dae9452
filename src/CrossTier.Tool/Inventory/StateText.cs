using CrossTier.Inventory;

namespace CrossTier.Tool.Inventory;

/// <summary>The states as the inventory spells them.</summary>
static class StateText
{
    static readonly Dictionary<CallState, string> Texts = new()
    {
        [CallState.Unscoped] = CallStates.Unscoped,
        [CallState.Refused] = CallStates.Refused,
        [CallState.Blind] = "blind",
        [CallState.Baselined] = CallStates.Baselined,
        [CallState.Ignored] = CallStates.Ignored,
        [CallState.Measured] = CallStates.Measured,
    };

    public static string Of(CallState state) => Texts[state];

    /// <summary>The state of a text; null for one that is not known.</summary>
    public static CallState? Parse(string? text) => Texts.Where(pair => pair.Value == text).Select(pair => (CallState?)pair.Key).FirstOrDefault();
}
