namespace CrossTier.Tool.Inventory;

/// <summary>The calls of all inputs and how many are in each state. A metrics page may know counts without knowing every call.</summary>
/// <param name="Calls">The calls, in the order of assembly, file and line.</param>
/// <param name="Measured">How many are measured.</param>
/// <param name="Unmeasured">How many are neither measured, ignored nor kept by a baseline.</param>
/// <param name="Ignored">How many are under an [AiIgnore].</param>
/// <param name="Baselined">How many are kept by a baseline.</param>
sealed record CallInventory(IReadOnlyList<InferenceCall> Calls, int Measured, int Unmeasured, int Ignored, int Baselined)
{
    /// <summary>What a reader of locations should know: the assemblies that have none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static CallInventory Of(IEnumerable<InferenceCall> calls)
    {
        List<InferenceCall> ordered =
        [
            .. calls.OrderBy(call => call.Assembly, StringComparer.Ordinal).ThenBy(call => call.Location is null).ThenBy(call => call.Location ?? default)
                .ThenBy(call => call.Call, StringComparer.Ordinal),
        ];
        int Count(params CallState[] states) => ordered.Count(call => states.Contains(call.State));
        return new CallInventory(
            ordered,
            Count(CallState.Measured),
            Count(CallState.Unscoped, CallState.Refused, CallState.Blind),
            Count(CallState.Ignored),
            Count(CallState.Baselined));
    }

    /// <summary>The share of calls that are measured, in percent; what is ignored or baselined does not count. 100 where there is nothing to measure.</summary>
    public double Coverage => Measured + Unmeasured == 0 ? 100 : 100.0 * Measured / (Measured + Unmeasured);
}
