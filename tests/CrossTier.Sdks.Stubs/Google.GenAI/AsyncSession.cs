using CrossTier.Sdks.Stubs;
using Google.GenAI.Types;

namespace Google.GenAI;

public sealed class AsyncSession : IAsyncDisposable
{
    readonly Queue<object> _answers;

    internal AsyncSession(Queue<object> answers) => _answers = answers;

    public async Task<LiveServerMessage?> ReceiveAsync(CancellationToken cancellationToken = default) =>
        _answers.Count == 0 ? null : await Scripted.ReplyAsync<LiveServerMessage>(_answers, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
