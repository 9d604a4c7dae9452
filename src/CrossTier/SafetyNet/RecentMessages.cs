using System.Runtime.CompilerServices;

namespace CrossTier.SafetyNet;

/// <summary>
/// Messages that left for a host of a measured client, lately: one that leaves again, redirected or repeated, is the same request wherever it goes. By
/// the number that the runtime gives to an object, in a table of fixed size: it keeps nothing alive and allocates nothing.
/// </summary>
sealed class RecentMessages
{
    const int Size = 4096;

    readonly int[] _numbers = new int[Size];

    public void Add(HttpRequestMessage message)
    {
        var number = RuntimeHelpers.GetHashCode(message);
        _numbers[number % Size] = number;
    }

    public bool Contains(HttpRequestMessage message) => RuntimeHelpers.GetHashCode(message) is var number && _numbers[number % Size] == number;
}
