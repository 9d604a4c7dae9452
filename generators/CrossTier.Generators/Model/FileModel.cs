namespace CrossTier.Generators.Model;

/// <summary>All that is generated for one source file.</summary>
internal sealed record FileModel(string HintName, bool IsEnabled, EquatableArray<CallModel> Calls, EquatableArray<PartialModel> Partials);
