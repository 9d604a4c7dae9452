namespace CrossTier.Generated.Adapters;

using global::Amazon.Runtime.EventStreams;
using global::Amazon.Runtime.EventStreams.Internal;
using global::System.Diagnostics.CodeAnalysis;
using global::System.IO;
#if NET9_0_OR_GREATER
using global::System.Runtime.CompilerServices;
#else
using global::System;
using global::System.Reflection;
#endif

// The type of an accessor must have the very type parameters of the type that it opens. Before .NET 9 an accessor to a generic type fails when called.
[global::Microsoft.CodeAnalysis.Embedded]
static class EventParts<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFailure>
    where TEvent : IEventStreamEvent
    where TFailure : EventStreamException, new()
{
#if NET9_0_OR_GREATER
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_NetworkStream")]
    internal static extern Stream Bytes(EventOutputStream<TEvent, TFailure> stream);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Decoder")]
    internal static extern IEventStreamDecoder Decoder(EventOutputStream<TEvent, TFailure> stream);
#else
    const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly Func<EventOutputStream<TEvent, TFailure>, Stream> ReadBytes = typeof(EventOutputStream<TEvent, TFailure>)
        .GetMethod("get_NetworkStream", Members)!
        .CreateDelegate<Func<EventOutputStream<TEvent, TFailure>, Stream>>();

    static readonly Func<EventOutputStream<TEvent, TFailure>, IEventStreamDecoder> ReadDecoder = typeof(EventOutputStream<TEvent, TFailure>)
        .GetMethod("get_Decoder", Members)!
        .CreateDelegate<Func<EventOutputStream<TEvent, TFailure>, IEventStreamDecoder>>();

    internal static Stream Bytes(EventOutputStream<TEvent, TFailure> stream) => ReadBytes(stream);

    internal static IEventStreamDecoder Decoder(EventOutputStream<TEvent, TFailure> stream) => ReadDecoder(stream);
#endif
}
