namespace CrossTier.Tool.Verification;

/// <summary>Finds the names of the series that a query reads.</summary>
static class MetricNames
{
    static readonly HashSet<string> Operators = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "unless", "offset", "bool", "atan2", "inf", "nan" };
    static readonly HashSet<string> WithLabels = new(StringComparer.OrdinalIgnoreCase) { "by", "without", "on", "ignoring", "group_left", "group_right" };

    public static IReadOnlyCollection<string> In(string expr)
    {
        HashSet<string> names = [];
        for (var at = 0; at < expr.Length;)
        {
            var c = expr[at];
            if (c is '"' or '\'' or '`')
            {
                at = AfterString(expr, at);
            }
            else if (c is '{' or '[')
            {
                at = AfterBlock(expr, at, c == '{' ? '}' : ']');
            }
            else if (char.IsAsciiDigit(c))
            {
                at = After(expr, at, d => char.IsAsciiLetterOrDigit(d) || d == '.');
            }
            else if (IsNameStart(c))
            {
                var end = After(expr, at, d => IsNameStart(d) || char.IsAsciiDigit(d));
                var name = expr[at..end];
                var next = After(expr, end, char.IsWhiteSpace);
                var isCalled = next < expr.Length && expr[next] == '(';
                if (WithLabels.Contains(name))
                {
                    at = isCalled ? AfterBlock(expr, next, ')') : end;
                    continue;
                }

                if (!isCalled && !Operators.Contains(name) && !IsAggregator(expr, name, next))
                {
                    names.Add(name);
                }

                at = end;
            }
            else
            {
                at++;
            }
        }

        return names;
    }

    static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':';

    // sum by (job) (...): the list of labels comes first.
    static bool IsAggregator(string expr, string name, int next) =>
        name.All(char.IsAsciiLetterLower)
            && (expr.AsSpan(next).StartsWith("by ") || expr.AsSpan(next).StartsWith("by(") || expr.AsSpan(next).StartsWith("without"));

    static int After(string expr, int at, Func<char, bool> belongs)
    {
        while (at < expr.Length && belongs(expr[at]))
        {
            at++;
        }

        return at;
    }

    static int AfterString(string expr, int at)
    {
        var quote = expr[at++];
        while (at < expr.Length && expr[at] != quote)
        {
            at += expr[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }

    static int AfterBlock(string expr, int at, char close)
    {
        while (at < expr.Length && expr[at] != close)
        {
            at = expr[at] is '"' or '\'' ? AfterString(expr, at) : at + 1;
        }

        return at + 1;
    }
}
