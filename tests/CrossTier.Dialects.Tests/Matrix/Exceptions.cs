using System.Runtime.CompilerServices;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>
/// The cells that cannot hold, each with its reason and what it counts instead: <c>exceptions.txt</c>, a tab between path, reply, reason, counts, and what is
/// thrown where the reason is that.
/// </summary>
static class Exceptions
{
    public const string Waits = "waits";
    public const string Throws = "throws";

    /// <summary>What each reason means, as the page explains it.</summary>
    public static readonly (string Reason, string Meaning)[] Reasons =
    [
        ("own type", "the application's own type, with which the test asks, has no member for it"),
        ("dropped", "the SDK's type, or its adapter's, has no member for it, and the bytes are gone"),
        (Throws, "the SDK throws on it, as the next table has it: the caller sees a failure, and so do the counts"),
        ("mark", "the SDK reads no further than `[DONE]`"),
        ("label", "the SDK's own provider stands for the one that answered, whose default tier has another name"),
        (Waits, "the SDK waits for `[DONE]` for ever, and so does its caller: the cell is not played"),
    ];

    /// <summary>All of them, in the order of the file.</summary>
    public static readonly (string Route, string Reply, string Reason, string Counts, string? Thrown)[] All =
    [
        .. File.ReadLines(Path()).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2], cells[3], cells.ElementAtOrDefault(4))),
    ];

    public static (string Reason, string Counts, string? Thrown)? Of(string route, string reply) =>
        All.Where(known => known.Route == route && known.Reply == reply)
            .Select(known => ((string, string, string?)?)(known.Reason, known.Counts, known.Thrown))
            .FirstOrDefault();

    static string Path([CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "exceptions.txt");
}
