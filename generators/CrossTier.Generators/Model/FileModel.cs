using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>All that is generated for one source file.</summary>
sealed record FileModel(
    string HintName,
    bool IsEnabled,
    bool IsRuntimeMissing,
    EquatableArray<CallModel> Calls,
    EquatableArray<PartialModel> Partials);
