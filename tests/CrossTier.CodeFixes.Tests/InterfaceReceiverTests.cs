using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class InterfaceReceiverTests : FixTest<UnmeasurableCallAnalyzer, InterfaceReceiverFix>
{
    const string Client = """

            private sealed class Own : IChatClient
            {
                public int Extra => 1;
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                    CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages,
                    ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }
        }
        """;

    [Theory]
    [InlineData("object A() { var c = new Own(); return c.GetResponseAsync([]); }", "object A() { IChatClient c = new Own(); return c.GetResponseAsync([]); }")]
    [InlineData(
        "readonly Own _c = new(); object A() => _c.GetResponseAsync([]);",
        "readonly IChatClient _c = new Own(); object A() => _c.GetResponseAsync([]);")]
    [InlineData("object A(Own c) => c.GetResponseAsync([]);", "object A(IChatClient c) => c.GetResponseAsync([]);")]
    [InlineData("Own C => new(); object A() => this.C.GetStreamingResponseAsync([]);", null)]
    [InlineData("object A() { var c = new Own(); return (c.GetResponseAsync([]), c.Extra); }", null)]
    public async Task The_variable_is_declared_as_the_interface_where_that_builds(string before, string? after)
    {
        const string Head = "using CrossTier;\n[AiCall] class C { ";
        if (after is null)
        {
            Assert.Empty(await Offered(Head + before + Client));
        }
        else
        {
            await Check(Head + before + Client, "interface", Head + after + Client);
        }
    }
}
