using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>A model that a client may change between its requests, so that it is read for each.</summary>
/// <param name="Type">The client's own type; empty where the reader takes it as it is.</param>
/// <param name="Path">Where it has the model.</param>
sealed record FollowedModel(string Type, MemberPath Path);
