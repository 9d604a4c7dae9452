using System.Runtime.CompilerServices;
using System.Text;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Dialects.Tests.Errors;

/// <summary>The page lists each documented error with its kind and its source.</summary>
public sealed class ErrorPageTests
{
    const string Begin = "<!-- errors -->";
    const string End = "<!-- /errors -->";

    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_lists_each_documented_error()
    {
        var file = PagePath();
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..begin] + Table() + text[end..]);
            return;
        }

        Assert.Equal(Table(), text[begin..end]);
    }

    [Fact]
    public void No_code_of_two_providers_has_two_kinds() =>
        Assert.All(
            DocumentedErrors.All.Where(error => error is { Code.Length: > 0, IsPhrase: false }).GroupBy(error => error.Code.ToLowerInvariant()),
            codes => Assert.Single(codes.Select(error => error.Kind).Distinct()));

    static string Table()
    {
        var table = new StringBuilder("\n\n| provider | status | code | error | source |\n|---|---|---|---|---|\n");
        foreach (var error in DocumentedErrors.All)
        {
            var code = error.Code.Length == 0 ? "" : error.IsPhrase ? $"\"{error.Code}\"" : $"`{error.Code}`";
            var status = error.Status == 200 ? "in a reply" : $"{error.Status}";
            table.Append($"| {error.Provider} | {status} | {code} | `{ErrorKinds.LabelOf(error.Kind)}` | [documentation]({error.Source}) |\n");
        }

        return table.Append('\n').ToString();
    }

    static string PagePath([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/errors.md"));
}
