using System.Diagnostics;
using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Reads what an embedding generator reports of itself.</summary>
readonly struct EmbeddingGeneratorReader : IClientReader<IEmbeddingGenerator>
{
    public static ClientLabels Read(IEmbeddingGenerator client)
    {
        var metadata = client.GetService<EmbeddingGeneratorMetadata>();
        return new ClientLabels(metadata?.ProviderName, metadata?.DefaultModelId, metadata?.ProviderUri, client.GetService<IMeasuringLayer>())
        {
            Spans = client.GetService<ActivitySource>(),
            Cache = client as IAiCache ?? client.GetService<IAiCache>(),
        };
    }
}
