using System.Runtime.Intrinsics.X86;

namespace System.Threading;

/// <summary>The half barriers of .NET 10, of which a whole one is more than enough.</summary>
static class VolatileExtensions
{
    extension(Volatile)
    {
        public static void WriteBarrier()
        {
            // x86 and x64 keep the order of writes, so there a call pays for none. The JIT knows the condition.
            if (!X86Base.IsSupported)
            {
                Interlocked.MemoryBarrier();
            }
        }

        public static void ReadBarrier() => Interlocked.MemoryBarrier();
    }
}
