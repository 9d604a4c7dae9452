namespace CrossTier.Generators.Emission;

/// <summary>Makes anew, over a measured stream, what an SDK returns for one that it has opened: its types are sealed.</summary>
internal static class OpenedTemplates
{
    // Status and headers are the inner result's. Its response is disposed of by disposing of the result.
    public static readonly string StreamingResult = $$$"""

        file static class MeasuredStreamingResult
        {
            internal static global::System.ClientModel.AsyncStreamingResult<TChunk> Of<TChunk, TReader>(global::System.ClientModel.AsyncStreamingResult<TChunk> inner, global::CrossTier.Streams.OpenedStream stream)
                where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
            {
                {{{RateLimitHeaders.ReadFrom("inner.Headers", "stream")}}}
                return global::System.ClientModel.AsyncStreamingResult.Create<TChunk>(new OpenedResponse<TChunk>(inner, stream), (_, _) => stream.Chunks<TChunk, TReader>(inner), default);
            }
        }

        file sealed class OpenedResponse<TChunk>(global::System.ClientModel.AsyncStreamingResult<TChunk> inner, global::CrossTier.Streams.OpenedStream stream) : global::System.ClientModel.Primitives.PipelineResponse
        {
            public override int Status { get; } = inner.Status;

            public override string ReasonPhrase { get; } = inner.ReasonPhrase;

            protected override global::System.ClientModel.Primitives.PipelineResponseHeaders HeadersCore { get; } = inner.Headers;

            public override global::System.IO.Stream? ContentStream { get; set; } = global::System.IO.Stream.Null;

            public override global::System.BinaryData Content => global::System.BinaryData.Empty;

            public override global::System.BinaryData BufferContent(global::System.Threading.CancellationToken cancellationToken = default) => Content;

            public override global::System.Threading.Tasks.ValueTask<global::System.BinaryData> BufferContentAsync(global::System.Threading.CancellationToken cancellationToken = default) => new(Content);

            public override void Dispose()
            {
                stream.Closed();
                if (inner.DisposeAsync() is { IsCompleted: true } closing)
                {
                    closing.GetAwaiter().GetResult();
                }
            }
        }
        """;

    public static readonly string StreamingResponse = $$$"""

        file static class MeasuredStreamingResponse
        {
            internal static global::Azure.AI.Inference.StreamingResponse<TChunk> Of<TChunk, TReader>(global::Azure.AI.Inference.StreamingResponse<TChunk> inner, global::CrossTier.Streams.OpenedStream stream)
                where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
            {
                {{{RateLimitHeaders.ReadFrom("inner.GetRawResponse()?.Headers", "stream")}}}
                return global::Azure.AI.Inference.StreamingResponse<TChunk>.CreateFromResponse(inner.GetRawResponse(), _ => stream.Chunks<TChunk, TReader>(inner));
            }
        }
        """;

    // Its bytes pass through the runtime, and its decoder tells what is no event. One that somebody put in by hand would be lost: such a stream stays as it is.
    public const string Events = """

        file static class MeasuredEvents
        {
            internal static TStream Of<TStream, TEvent, [global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TFailure, TReader>(
                TStream? inner, global::CrossTier.Streams.OpenedStream stream, global::System.Func<global::System.IO.Stream, global::Amazon.Runtime.EventStreams.Internal.IEventStreamDecoder, TStream> make)
                where TStream : global::Amazon.Runtime.EventStreams.Internal.EventOutputStream<TEvent, TFailure>
                where TEvent : global::Amazon.Runtime.EventStreams.IEventStreamEvent
                where TFailure : global::Amazon.Runtime.EventStreams.Internal.EventStreamException, new()
                where TReader : struct, global::CrossTier.Recording.IReplyReader<TEvent>
            {
                if (inner is null || EventParts<TEvent, TFailure>.Decoder(inner).GetType() != typeof(global::Amazon.Runtime.EventStreams.Internal.EventStreamDecoder))
                {
                    throw new global::System.NotSupportedException();
                }

                var events = new global::CrossTier.Streams.OpenedEvents(stream);
                var decoder = new MeasuredDecoder(events);
                var measured = make(events.Over(EventParts<TEvent, TFailure>.Bytes(inner)), decoder);
                decoder.MessageReceived += (_, _) => events.Seen(); // After the stream's own handler, which raises the events.
                measured.BufferSize = inner.BufferSize;
                measured.EventReceived += (_, args) => events.Event<TEvent, TReader>(args.EventStreamEvent);
                return measured;
            }
        }

        // The type of an accessor must have the very type parameters of the type that it opens.
        file static class EventParts<TEvent, [global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TFailure>
            where TEvent : global::Amazon.Runtime.EventStreams.IEventStreamEvent
            where TFailure : global::Amazon.Runtime.EventStreams.Internal.EventStreamException, new()
        {
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "get_NetworkStream")]
            internal static extern global::System.IO.Stream Bytes(global::Amazon.Runtime.EventStreams.Internal.EventOutputStream<TEvent, TFailure> stream);

            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "get_Decoder")]
            internal static extern global::Amazon.Runtime.EventStreams.Internal.IEventStreamDecoder Decoder(global::Amazon.Runtime.EventStreams.Internal.EventOutputStream<TEvent, TFailure> stream);
        }

        file sealed class MeasuredDecoder(global::CrossTier.Streams.OpenedEvents events) : global::Amazon.Runtime.EventStreams.Internal.IEventStreamDecoder
        {
            readonly global::Amazon.Runtime.EventStreams.Internal.EventStreamDecoder _inner = new();

            public event global::System.EventHandler<global::Amazon.Runtime.EventStreams.Internal.EventStreamMessageReceivedEventArgs>? MessageReceived
            {
                add => _inner.MessageReceived += value;
                remove => _inner.MessageReceived -= value;
            }

            public void ProcessData(byte[] data, int offset, int length)
            {
                try
                {
                    _inner.ProcessData(data, offset, length);
                }
                catch (global::System.Exception exception) when (events.Failed(exception)) { throw; }
            }

            public void Dispose() => _inner.Dispose();
        }
        """;
}
