namespace CrossTier.Protocols;

/// <summary>What clients of Microsoft.Extensions.AI call their description: a service of theirs.</summary>
static class ClientMetadataNames
{
    const string Namespace = "Microsoft.Extensions.AI.";

    /// <summary>The type that describes a client; null for what is no such client.</summary>
    /// <param name="client">The client's interface.</param>
    public static string? Of(string? client) => client switch
    {
        Namespace + "IChatClient" => Namespace + "ChatClientMetadata",
        Namespace + "IEmbeddingGenerator" => Namespace + "EmbeddingGeneratorMetadata",
        _ => null,
    };
}
