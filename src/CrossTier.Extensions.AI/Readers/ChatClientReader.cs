using System.Diagnostics;
using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Reads what a chat client reports of itself.</summary>
readonly struct ChatClientReader : IClientReader<IChatClient>
{
    public static ClientLabels Read(IChatClient client)
    {
        var metadata = client.GetService<ChatClientMetadata>();
        return new ClientLabels(metadata?.ProviderName, metadata?.DefaultModelId, metadata?.ProviderUri, client.GetService<IMeasuringLayer>())
        {
            Spans = client.GetService<ActivitySource>(),
            Cache = client as IAiCache ?? client.GetService<IAiCache>(),
            RepeatingClient = client.GetService<CachingChatClient>(),
        };
    }
}
