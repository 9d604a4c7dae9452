using Google.GenAI.Types;

namespace Google.GenAI;

// As in https://github.com/googleapis/dotnet-genai (Google.GenAI/Live.cs, types/LiveServerMessage.cs, types/UsageMetadata.cs).
public sealed class Live(params IEnumerable<object> answers)
{
    readonly Queue<object> _answers = new(answers);

    public Task<AsyncSession> ConnectAsync(string model, LiveConnectConfig config, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AsyncSession(_answers));
}
