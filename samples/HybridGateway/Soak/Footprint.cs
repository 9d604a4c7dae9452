using System.Diagnostics;

namespace CrossTier.Samples.HybridGateway.Soak;

/// <summary>What the process holds at a moment.</summary>
/// <param name="Heap">Bytes of live objects.</param>
/// <param name="WorkingSet">Bytes of memory in use.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Threads.</param>
sealed record Footprint(long Heap, long WorkingSet, int Handles, int Threads)
{
    /// <summary>Collects garbage first, so that only what is held counts.</summary>
    public static Footprint Take()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new(heap, process.WorkingSet64, process.HandleCount, process.Threads.Count);
    }
}
