using System.Text;
using CrossTier.Outcomes;
using CrossTier.Protocols;
using CrossTier.Testing;

namespace CrossTier.Dialects.Tests.Errors;

/// <summary>The page lists each documented error with its kind and its source.</summary>
public sealed class ErrorPageTests
{
    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_lists_each_documented_error() => DocumentTable.Compare("errors.md", "errors", Table());

    [Fact]
    public void No_code_of_two_providers_has_two_kinds() =>
        Assert.All(
            DocumentedErrors.All.Where(error => error is { Code.Length: > 0, IsPhrase: false }).GroupBy(error => error.Code.ToLowerInvariant()),
            codes => Assert.Single(codes.Select(error => error.Kind).Distinct()));

    static string Table()
    {
        var table = new StringBuilder("\n| provider | status | code | error | source |\n|---|---|---|---|---|\n");
        foreach (var error in DocumentedErrors.All)
        {
            var code = error.Code.Length == 0 ? "" : error.IsPhrase ? $"\"{error.Code}\"" : $"`{error.Code}`";
            var status = error.Status == 200 ? "in a reply" : $"{error.Status}";
            var source = error.IsConfirmed ? "documentation" : "unconfirmed";
            table.Append($"| {error.Provider} | {status} | {code} | `{ErrorKinds.LabelOf(error.Kind)}` | [{source}]({error.Source}) |\n");
        }

        return table.Append('\n').ToString();
    }
}
