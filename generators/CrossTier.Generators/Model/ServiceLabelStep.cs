namespace CrossTier.Generators.Model;

/// <summary>In services that it is asked for.</summary>
/// <param name="Metadata">The service that has a provider, a model and an endpoint.</param>
/// <param name="Provider">The provider whose SDK is called; null where the client knows better.</param>
/// <param name="Options">The service whose model is that of the requests; empty where there is none.</param>
/// <param name="AgentMetadata">The service of an agent that has a provider where the client behind it has none; empty where there is none.</param>
/// <param name="CachingClient">The service that is a cache of the library's; empty where there is none.</param>
sealed record ServiceLabelStep(string Metadata, string? Provider, string Options, string AgentMetadata, string CachingClient)
    : LabelStep;
