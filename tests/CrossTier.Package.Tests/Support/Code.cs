namespace CrossTier.Package.Tests.Support;

/// <summary>What the consumers are made of.</summary>
static class Code
{
    /// <summary>A client without a network that counts its calls: 3 tokens in and 2 out each.</summary>
    public const string Client = """
        namespace Fakes;

        using System.Runtime.CompilerServices;
        using Microsoft.Extensions.AI;

        public sealed class FakeClient : IChatClient
        {
            public static int Calls;

            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default)
            {
                Calls++;
                return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")) { Usage = new UsageDetails { InputTokenCount = 3,
                    OutputTokenCount = 2 } });
            }

            public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
                IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                Calls++;
                await Task.Yield();
                yield return new ChatResponseUpdate(ChatRole.Assistant, "hi");
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 })]);
            }

            public object? GetService(Type serviceType, object? serviceKey = null) => null;

            public void Dispose()
            {
            }
        }
        """;

    /// <summary>Prints calls made, and of the snapshot what is not 0: <c>provider,model,status value</c>.</summary>
    public const string Print = """
        Console.WriteLine("made " + Fakes.FakeClient.Calls);
        foreach (var metric in CrossTier.AiMetrics.Snapshot().Where(metric =>
            metric.Definition.Name is "ai_gateway_requests_total" or "ai_gateway_tokens_total"))
        {
            foreach (var point in metric.Points.Where(point => point.Value != 0))
            {
                Console.WriteLine(string.Join(",", point.Labels) + " " + point.Value);
            }
        }
        """;

    /// <summary>A call that nothing measures; its method's name comes from the caller.</summary>
    public static string Unlabelled(string type = "Chat") => $$"""
        using Microsoft.Extensions.AI;

        public static class {{type}}
        {
            public static Task Ask(IChatClient client) => client.GetResponseAsync("hi");
        }
        """;
}
