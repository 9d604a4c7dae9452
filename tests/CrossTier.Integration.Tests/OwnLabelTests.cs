using CrossTier.Exposition;
using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>A type of the application's own says the labels of its partial methods and queues, as configuration has them.</summary>
public sealed partial class OwnLabelTests
{
    [Fact]
    public async Task Labels_come_from_the_object_whose_method_it_is()
    {
        var (desk, cloud) = (new Server("own-desk", "own-a", AiTier.Local), new Server("OpenAI", "own-b", AiTier.Cloud));
        Assert.Equal(("own-a", "own-b"), (await desk.AskAsync("text"), await cloud.AskAsync("text")));
        await Assert.ThrowsAsync<TimeoutException>(() => desk.AskAsync("late"));
        await foreach (var _ in cloud.ReadAsync(3))
        {
        }

        Assert.Equal(
            (1, 1, 0),
            (Recorded.Of("own-desk", "own-a").Success, Recorded.Of("own-desk", "own-a").Failure, Recorded.Of("own-desk", "own-a").InFlight));
        Assert.Equal((2, 0, 1), (Recorded.Of("openai", "own-b").Success, Recorded.Of("openai", "own-b").Failure, Recorded.Of("openai", "own-b").FirstTokens));
        Assert.Equal(0, Recorded.QueueDepth("own-a", "desk.example:8000"));
        Assert.Null(Recorded.QueueDepth("own-b", "desk.example:8000"));
        Assert.Equal("local", TierOf("own-desk"));
        Assert.Equal("cloud", TierOf("openai"));
    }

    [Fact]
    public async Task What_the_attribute_states_and_what_the_request_asks_for_come_first()
    {
        var server = new Server("own-first", "own-first", AiTier.Local);
        await server.StatedAsync();
        await server.RequestedAsync(new ChatOptions { ModelId = "own-requested" });
        await server.RequestedAsync(null);
        Assert.Equal(1, Recorded.Of("own-stated", "own-stated").Success);
        Assert.Equal(1, Recorded.Of("own-first", "own-requested").Success);
        Assert.Equal(1, Recorded.Of("own-first", "own-first").Success);
    }

    [Fact]
    public async Task A_queue_stands_before_the_same_model_and_server_as_the_calls()
    {
        var (first, second) = (
            new Server("own-queue", "own-queue", AiTier.Local) { Waiting = 2 },
            new Server("own-queue", "own-other", AiTier.Local) { Waiting = 5 });
        AiQueues.Join(first);
        AiQueues.Join(second);
        var hold = new TaskCompletionSource<string>();
        var call = first.HoldAsync(hold.Task);
        Assert.Equal(3, Recorded.QueueDepth("own-queue", "desk.example:8000"));
        hold.SetResult("done");
        await call;
        Assert.Equal(2, Recorded.QueueDepth("own-queue", "desk.example:8000"));
        Assert.Equal(5, Recorded.QueueDepth("own-other", "desk.example:8000"));
        GC.KeepAlive(first);
        GC.KeepAlive(second);
    }

    [Fact]
    public async Task A_property_that_throws_leaves_the_call_as_it_is()
    {
        Assert.Equal("answer", await new Broken().AskAsync());
        Assert.Equal(1, Recorded.Of("own-broken", "unknown").Success);
    }

    [Fact]
    public async Task Generic_and_nested_types_say_their_labels_too()
    {
        Assert.Equal("text 1", await new Box<string>.Client<int>().AskAsync("text", 1));
        Assert.Equal(1, Recorded.Of("own-generic", "own-generic").Success);
    }

    static string TierOf(string provider) => AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.ProviderInfo).Points
        .Single(point => point.Labels[0] == provider).Labels[1];

    internal sealed partial class Server(string provider, string model, AiTier tier)
    {
        public string Provider => provider;

        public string Model => model;

        public AiTier Tier => tier;

        public Uri Endpoint { get; } = new("http://desk.example:8000/v1/");

        [AiQueue]
        public int Waiting { get; init; }

        [AiCall]
        public partial Task<string> AskAsync(string text);

        [AiCall]
        public partial IAsyncEnumerable<string> ReadAsync(int count);

        [AiCall]
        public partial Task<string> HoldAsync(Task<string> until);

        [AiCall("own-stated", "own-stated", Tier = AiTier.Cloud)]
        public partial Task StatedAsync();

        [AiCall]
        public partial Task RequestedAsync(ChatOptions? options);

        Task<string> AskAsyncCore(string text) => text == "late" ? Task.FromException<string>(new TimeoutException()) : Task.FromResult(Model);

        async IAsyncEnumerable<string> ReadAsyncCore(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return "word";
            }
        }

        Task<string> HoldAsyncCore(Task<string> until) => until;

        Task StatedAsyncCore() => Task.CompletedTask;

        Task RequestedAsyncCore(ChatOptions? options) => Task.CompletedTask;
    }

    sealed partial class Broken
    {
        public string Model => throw new InvalidOperationException("not configured");

        [AiCall("own-broken")]
        public partial Task<string> AskAsync();

        Task<string> AskAsyncCore() => Task.FromResult("answer");
    }

    partial class Box<T>
    {
        internal sealed partial class Client<U>
        {
            public string Provider => "own-generic";

            public string ModelId => "own-generic";

            [AiCall]
            public partial Task<string> AskAsync(T text, U number);

            Task<string> AskAsyncCore(T text, U number) => Task.FromResult($"{text} {number}");
        }
    }
}
