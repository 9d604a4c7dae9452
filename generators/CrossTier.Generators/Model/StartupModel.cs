using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>What the module initialiser publishes.</summary>
/// <param name="IsEnabled"><c>CrossTierEnabled</c> is not false.</param>
/// <param name="HasNestedCall">Whether a call inside a type that implements an inference API is measured.</param>
/// <param name="Inventories">This assembly's calls and, in an application, those of its references.</param>
/// <param name="Queues">The <c>[AiQueue]</c> members.</param>
sealed record StartupModel(bool IsEnabled, bool HasNestedCall, EquatableArray<AssemblyInventory> Inventories, EquatableArray<QueueModel> Queues);
