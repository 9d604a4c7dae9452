using Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels;
using CrossTier.Sdks.Stubs;

namespace Microsoft.AI.Foundry.Local;

// As in https://github.com/microsoft/Foundry-Local (sdk_v2/cs/docs/api/microsoft.ai.foundry.local.openaiaudioclient.md).
public class OpenAIAudioClient(string modelId, params IEnumerable<object> answers)
{
    readonly string _modelId = modelId;
    readonly Queue<object> _answers = new(answers);

    public override string ToString() => _modelId;

    public Task<AudioCreateTranscriptionResponse> TranscribeAudioAsync(string audioFilePath, CancellationToken? ct = null) =>
        Scripted.ReplyAsync<AudioCreateTranscriptionResponse>(_answers, ct ?? default);

    public IAsyncEnumerable<AudioCreateTranscriptionResponse> TranscribeAudioStreamingAsync(string audioFilePath, CancellationToken ct) =>
        Scripted.StreamAsync<AudioCreateTranscriptionResponse>(_answers, ct);
}
