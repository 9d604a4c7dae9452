using System.Runtime.CompilerServices;

namespace CrossTier.Counting;

/// <summary>The cells of the current thread, found by a series' number in two steps, so that a thread that uses few series of many stays small.</summary>
static class ThreadCells
{
    // A page has its cells twice: where calls look for them, and behind that for the thread itself. A reader may clear the former (see Cell).
    const int PageSize = 64;

    /// <summary>The most that the cells of all threads may hold.</summary>
    internal const long MaxBytes = 8 << 20;

    // Objects' headers and the entries of the two lists that hold a cell included.
    static readonly int CellBytes = Unsafe.SizeOf<Totals>() + 120;
    static readonly int PageBytes = (2 * PageSize * IntPtr.Size) + 24;

    static long s_bytes;

    [ThreadStatic]
    static Cell?[]?[]? t_pages;

    [ThreadStatic]
    static ThreadEnd? t_end;

    /// <summary>What the cells of all threads hold now, in bytes.</summary>
    internal static long Bytes => Volatile.Read(ref s_bytes);

    /// <summary>This thread's cell of a series; null if there is none yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cell? Find(int series)
    {
        var pages = t_pages;
        var page = (uint)series / PageSize; // Unsigned, as a division of what may be negative costs more.
        return pages is not null && page < (uint)pages.Length && pages[page] is { } cells ? cells[(uint)series % PageSize] : null;
    }

    /// <summary>This thread's cell of a series for which a reader waits; null if there is none yet.</summary>
    public static Cell? TakeBack(int series)
    {
        if (t_pages is not { } pages || series / PageSize >= pages.Length || pages[series / PageSize]?[PageSize + (series % PageSize)] is not { } cell)
        {
            return null;
        }

        cell.HandOver();
        return cell;
    }

    /// <summary>A new cell of this thread; null if the room for cells is used up.</summary>
    public static Cell? Add(SeriesCells series)
    {
        var pages = t_pages;
        var page = series.Number / PageSize;
        var needed = CellBytes
            + (pages is not null && page < pages.Length && pages[page] is not null ? 0 : PageBytes + (8 * Math.Max(0, page + 1 - (pages?.Length ?? 0))));
        if (Interlocked.Add(ref s_bytes, needed) > MaxBytes)
        {
            Interlocked.Add(ref s_bytes, -needed);
            return null;
        }

        if (pages is null || page >= pages.Length)
        {
            Array.Resize(ref pages, page + 1);
            t_pages = pages;
        }

        var cells = pages[page] ??= new Cell?[2 * PageSize];
        var index = series.Number % PageSize;
        var cell = new Cell(cells, index);
        cells[index] = cells[PageSize + index] = cell;
        (t_end ??= new ThreadEnd()).Add(series, cell, needed);
        return cell;
    }

    /// <summary>Reachable from its thread alone: when the thread is gone its finalizer hands the counts to their series.</summary>
    sealed class ThreadEnd
    {
        readonly List<(SeriesCells Series, Cell Cell)> _cells = [];
        long _bytes;

        ~ThreadEnd()
        {
            foreach (var (series, cell) in _cells)
            {
                series.Retire(cell);
            }

            Interlocked.Add(ref s_bytes, -_bytes);
        }

        public void Add(SeriesCells series, Cell cell, int bytes)
        {
            _cells.Add((series, cell));
            _bytes += bytes;
        }
    }
}
