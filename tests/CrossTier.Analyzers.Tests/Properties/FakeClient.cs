using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>A model in memory that counts its calls by the place that a message names, as <c>@12:3</c>. Generated programs use it.</summary>
public partial class FakeClient : IChatClient
{
    static readonly ConcurrentDictionary<string, int> Counts = new();

    /// <summary>How often a place has called.</summary>
    public static int CallsFrom(string place) => Counts.GetValueOrDefault(place);

    public virtual Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Count(messages);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "1")));
    }

    public virtual IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Count(messages);
        return Updates();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => GC.SuppressFinalize(this);

    static async IAsyncEnumerable<ChatResponseUpdate> Updates()
    {
        yield return new ChatResponseUpdate(ChatRole.Assistant, "1");
        await Task.CompletedTask;
    }

    static void Count(IEnumerable<ChatMessage> messages) => Count(string.Join(' ', messages.Select(message => message.Text)));

    /// <summary>Counts a call by the place that a text names.</summary>
    internal static void Count(string text) => Counts.AddOrUpdate(PlaceName().Match(text).Value, 1, (_, count) => count + 1);

    /// <summary>How a program's place is named.</summary>
    public static string NameOf(int program, int place) => string.Create(CultureInfo.InvariantCulture, $"@{program}:{place}");

    [GeneratedRegex("@[0-9]+:[0-9]+")]
    private static partial Regex PlaceName();
}
