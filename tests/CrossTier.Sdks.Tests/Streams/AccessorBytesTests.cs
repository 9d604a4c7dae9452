using System.ClientModel;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams;
using CrossTier.Generated.Adapters;

namespace CrossTier.Sdks.Tests.Streams;

/// <summary>What opens an SDK's streams allocates nothing after its first use, on every framework.</summary>
public sealed class AccessorBytesTests
{
    const int Reads = 1_000;

    // These collections do not look at it.
    static readonly ClientResult Page = null!;

    [Fact]
    public void Values_of_a_page_are_read_without_an_allocation()
    {
        var asynchronous = new AsynchronousValues();
        var synchronous = new SynchronousValues();
        Assert.Same(AsynchronousValues.Values, AsyncCollectionValues<string>.Of(asynchronous, Page));
        Assert.Same(SynchronousValues.Values, CollectionValues<string>.Of(synchronous, Page));

        Assert.Equal(0, BytesOf(() => AsyncCollectionValues<string>.Of(asynchronous, Page)));
        Assert.Equal(0, BytesOf(() => CollectionValues<string>.Of(synchronous, Page)));
    }

    [Fact]
    public void Parts_of_an_event_stream_are_read_without_an_allocation()
    {
        using var bytes = new MemoryStream();
        using var stream = new ConverseStreamOutput(bytes);
        Assert.Same(bytes, EventParts<IEventStreamEvent, BedrockRuntimeEventStreamException>.Bytes(stream));

        Assert.Equal(0, BytesOf(() => EventParts<IEventStreamEvent, BedrockRuntimeEventStreamException>.Bytes(stream)));
        Assert.Equal(0, BytesOf(() => EventParts<IEventStreamEvent, BedrockRuntimeEventStreamException>.Decoder(stream)));
    }

    sealed class AsynchronousValues : AsyncCollectionResult<string>
    {
        public static IAsyncEnumerable<string> Values { get; } = AsyncEnumerable.Empty<string>();

        public override IAsyncEnumerable<ClientResult> GetRawPagesAsync() => throw new NotSupportedException();

        public override ContinuationToken? GetContinuationToken(ClientResult page) => null;

        protected override IAsyncEnumerable<string> GetValuesFromPageAsync(ClientResult page) => Values;
    }

    sealed class SynchronousValues : CollectionResult<string>
    {
        public static IEnumerable<string> Values { get; } = ["value"];

        public override IEnumerable<ClientResult> GetRawPages() => throw new NotSupportedException();

        public override ContinuationToken? GetContinuationToken(ClientResult page) => null;

        protected override IEnumerable<string> GetValuesFromPage(ClientResult page) => Values;
    }

    // Of several rounds the smallest: what the compiler or a first read allocates is no part of a read.
    static long BytesOf(Func<object> read) => Enumerable.Range(0, 4).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Reads; i++)
        {
            read();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
