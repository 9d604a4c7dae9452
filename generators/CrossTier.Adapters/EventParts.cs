namespace CrossTier.Generated.Adapters;

using global::Amazon.Runtime.EventStreams;
using global::Amazon.Runtime.EventStreams.Internal;
using global::System.Diagnostics.CodeAnalysis;
using global::System.IO;
using global::System.Runtime.CompilerServices;

// The type of an accessor must have the very type parameters of the type that it opens.
[global::Microsoft.CodeAnalysis.Embedded]
static class EventParts<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFailure>
    where TEvent : IEventStreamEvent
    where TFailure : EventStreamException, new()
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_NetworkStream")]
    internal static extern Stream Bytes(EventOutputStream<TEvent, TFailure> stream);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Decoder")]
    internal static extern IEventStreamDecoder Decoder(EventOutputStream<TEvent, TFailure> stream);
}
