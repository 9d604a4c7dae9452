using Microsoft.Extensions.AI;

namespace CrossTier.Samples.ChatClientPipeline;

/// <summary>Calls that are annotated and go through a measured pipeline: counted once each, under the names of these methods.</summary>
[AiCall]
sealed class Assistant(IChatClient client, IEmbeddingGenerator<string, Embedding<float>> embeddings)
{
    readonly ChatOptions _options = new() { Tools = [AIFunctionFactory.Create(() => "noon", "clock")] };

    public async Task<string> AnswerAsync(string question) => (await client.GetResponseAsync(question, _options)).Text;

    public IAsyncEnumerable<ChatResponseUpdate> Tell(string question) => client.GetStreamingResponseAsync(question);

    public async Task<int> IndexAsync(string[] texts) => (await embeddings.GenerateAsync(texts)).Count;
}
