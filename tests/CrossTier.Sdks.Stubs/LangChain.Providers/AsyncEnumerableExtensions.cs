using System.Runtime.CompilerServices;

namespace LangChain.Providers;

public static class AsyncEnumerableExtensions
{
    public static async Task<ChatResponse> WaitAsync(this IAsyncEnumerable<ChatResponse> enumerable) =>
        await enumerable.LastOrDefaultAsync() ?? new ChatResponse();

    public static TaskAwaiter<ChatResponse> GetAwaiter(this IAsyncEnumerable<ChatResponse> enumerable) => enumerable.WaitAsync().GetAwaiter();
}
