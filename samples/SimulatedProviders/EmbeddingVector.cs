using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Makes a vector of a text: the same for the same text, in every process.</summary>
static class EmbeddingVector
{
    /// <summary>One vector for each input: a text, a list of texts, or token ids in the place of a text.</summary>
    public static IEnumerable<float[]> ForEachInput(Reply reply)
    {
        var dimensions = reply.Request.Body["dimensions"].AsNumber() is > 0 and var asked ? asked : reply.Behaviour.EmbeddingDimensions;
        var input = reply.Request.Body["input"];
        return input is JsonArray many && many.Any(item => item.AsNumber() is null)
            ? many.Select(item => Of(item?.ToJsonString() ?? "", dimensions))
            : [Of(input?.ToJsonString() ?? "", dimensions)];
    }

    static float[] Of(string text, int dimensions)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = text.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            hash = (hash ^ (uint)i) * 16777619u;
            vector[i] = hash / (float)uint.MaxValue * 2 - 1;
        }

        return vector;
    }
}
