using System.Text;
using CrossTier.Dialects.Tests.Paths;
using CrossTier.Http.Tests.Transcripts;
using CrossTier.Testing;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>The page shows the cells that <see cref="MatrixTests"/> holds.</summary>
public sealed class PageTests
{
    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_shows_each_cell() => DocumentTable.Compare("dialects.md", "dialects", Table());

    static string Table()
    {
        var replies = Transcript.Names.Select(Transcript.Read).ToList();
        var table = new StringBuilder();
        foreach (var protocol in replies.GroupBy(reply => reply.Text("protocol")!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var routes = Routes.All.Where(route => route.Protocols.Contains(protocol.Key)).ToList();
            table.Append($"\n## {protocol.Key}\n\n| reply | {string.Join(" | ", [HandlerCells.Name, .. routes.Select(route => route.Name)])} |\n");
            table.Append($"|{string.Concat(Enumerable.Repeat("---|", routes.Count + 2))}\n");
            foreach (var reply in protocol)
            {
                var handler = HandlerCells.Reads(reply) ? "ok" : "frames of AWS";
                string[] cells = [handler, .. routes.Select(route => route.Reads(reply) ? Exceptions.Of(route.Name, reply.Name)?.Reason ?? "ok" : "-")];
                table.Append($"| `{reply.Name}` | {string.Join(" | ", cells)} |\n");
            }
        }

        table.Append("\n## Why\n\n| a cell reports | where |\n|---|---|\n");
        foreach (var (reason, meaning) in Exceptions.Reasons)
        {
            table.Append($"| {reason} | {meaning} |\n");
        }

        table.Append("\n## What is thrown\n\n| reply | on these ways | what, and where in the SDK |\n|---|---|---|\n");
        foreach (var thrown in Exceptions.All.Where(known => known.Reason == Exceptions.Throws)
            .GroupBy(known => (known.Reply, known.Thrown)).OrderBy(group => group.Key.Reply, StringComparer.Ordinal))
        {
            table.Append($"| `{thrown.Key.Reply}` | {string.Join(", ", thrown.Select(known => known.Route))} | {thrown.Key.Thrown} |\n");
        }

        return table.Append('\n').ToString();
    }
}
