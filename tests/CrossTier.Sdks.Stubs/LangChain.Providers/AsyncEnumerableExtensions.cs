using System.Runtime.CompilerServices;

namespace LangChain.Providers;

public static class AsyncEnumerableExtensions
{
    public static async Task<ChatResponse> WaitAsync(this IAsyncEnumerable<ChatResponse> enumerable)
    {
        var last = new ChatResponse();
        await foreach (var response in enumerable)
        {
            last = response;
        }

        return last;
    }

    public static TaskAwaiter<ChatResponse> GetAwaiter(this IAsyncEnumerable<ChatResponse> enumerable) => enumerable.WaitAsync().GetAwaiter();
}
