using CrossTier.CompilerServices;
using CrossTier.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Reads the reply to a request for embeddings.</summary>
readonly struct GeneratedEmbeddingsReader<TEmbedding> : IReplyReader<GeneratedEmbeddings<TEmbedding>>
    where TEmbedding : Embedding
{
    public static void Read(GeneratedEmbeddings<TEmbedding> reply, ref ReplyReading reading)
    {
        reading.Model(reply.Count > 0 ? reply[0].ModelId : null);
        reading.Add(reply.Usage, response: null);
    }
}
