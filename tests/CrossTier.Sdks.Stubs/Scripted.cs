namespace CrossTier.Sdks.Stubs;

/// <summary>What the stubs answer: each call takes the next answer, an exception is thrown.</summary>
public static class Scripted
{
    public static async Task<T> ReplyAsync<T>(Queue<object> answers, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken);
        var answer = answers.Dequeue();
        return answer is Exception failure ? throw failure : (T)answer;
    }

    public static async IAsyncEnumerable<T> StreamAsync<T>(
        Queue<object> answers,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var chunk in (IEnumerable<object>)answers.Dequeue())
        {
            await Task.Delay(1, cancellationToken);
            yield return chunk is Exception failure ? throw failure : (T)chunk;
        }
    }
}
