using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>Source with the places where a rule must speak: <c>[|here|]</c> for the rule under test, <c>{|AIC001:here|}</c> for one by id.</summary>
sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string marked, string defaultId)
    {
        var source = new System.Text.StringBuilder();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = [];
        for (var at = 0; at < marked.Length;)
        {
            if (marked.AsSpan(at).StartsWith("[|"))
            {
                open.Push((defaultId, source.Length));
                at += 2;
            }
            else if (marked.AsSpan(at).StartsWith("{|AIC"))
            {
                var colon = marked.IndexOf(':', at);
                open.Push((marked[(at + 2)..colon], source.Length));
                at = colon + 1;
            }
            else if (open.Count > 0 && (marked.AsSpan(at).StartsWith("|]") || marked.AsSpan(at).StartsWith("|}")))
            {
                var (id, start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                at += 2;
            }
            else
            {
                source.Append(marked[at++]);
            }
        }

        Assert.Empty(open);
        return new Markup(source.ToString(), expected);
    }
}
