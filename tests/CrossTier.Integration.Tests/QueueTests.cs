using System.Runtime.CompilerServices;
using CrossTier.Integration.Tests.Support;

namespace CrossTier.Integration.Tests;

/// <summary>Queues of the application's own join the gauge, whoever may see their members.</summary>
[Collection("queues")]
public sealed class QueueTests
{
    [AiQueue("queue-field")]
    static readonly int s_field = 3;

    [AiQueue("queue-property", Instance = "gpu-1")]
    static long Property => 4;

    [AiQueue("queue-method")]
    static int Method() => 5;

    [Fact]
    public void Static_members_join_by_themselves()
    {
        Assert.Equal(3, s_field);
        Assert.Equal(3, Recorded.QueueDepth("queue-field", "default"));
        Assert.Equal(4, Recorded.QueueDepth("queue-property", "gpu-1"));
        Assert.Equal(5, Recorded.QueueDepth("queue-method", "default"));
        Assert.Equal(6, Recorded.QueueDepth("queue-static", "default"));
        Assert.Equal(7, Recorded.QueueDepth("queue-private", "default"));
        Assert.Equal(8, Recorded.QueueDepth("queue-interface", "default"));
        Assert.Equal((4L, 5), (Property, Method()));
    }

    [Fact]
    public void An_instance_joins_and_is_not_kept()
    {
        Assert.Null(Recorded.QueueDepth("queue-instance", "default"));
        var owner = new Owner { Waiting = 2 };
        AiQueues.Join(owner);
        AiQueues.Join(owner);
        Assert.Equal(2, Recorded.QueueDepth("queue-instance", "default"));
        var forgotten = Forgotten();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(forgotten.TryGetTarget(out _));
        Assert.Equal(2, Recorded.QueueDepth("queue-instance", "default"));
        GC.KeepAlive(owner);
    }

    [Fact]
    public void A_queue_that_an_interface_declares_is_read_from_what_implements_it()
    {
        var queue = new Queue();
        AiQueues.Join(queue);
        Assert.Equal(9, Recorded.QueueDepth("queue-implemented", "default"));
        GC.KeepAlive(queue);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference<Owner> Forgotten()
    {
        var owner = new Owner { Waiting = 3 };
        AiQueues.Join(owner);
        Assert.Equal(5, Recorded.QueueDepth("queue-instance", "default"));
        GC.KeepAlive(owner);
        return new WeakReference<Owner>(owner);
    }

    internal static class StaticType
    {
        [AiQueue("queue-static")]
        internal static int Waiting => 6;
    }

    internal interface IQueue
    {
        [AiQueue("queue-interface")]
        static int Waiting => 8;

        [AiQueue("queue-implemented")]
        int Length { get; }
    }

    internal sealed class Queue : IQueue
    {
        int IQueue.Length => 9;
    }

    sealed class PrivateType
    {
        [AiQueue("queue-private")]
        static int Waiting() => 7;
    }

    internal sealed class Owner
    {
        [AiQueue("queue-instance")]
        internal int Waiting { get; init; }
    }
}
