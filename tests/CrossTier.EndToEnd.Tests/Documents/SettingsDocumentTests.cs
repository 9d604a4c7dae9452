using System.Reflection;
using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>docs/settings.md has each option of the code with its variable, and each variable that the code reads.</summary>
public sealed class SettingsDocumentTests
{
    static readonly Type[] Options =
    [
        typeof(CrossTierOptions), typeof(CrossTierRegistryOptions), typeof(CrossTierMeterOptions), typeof(CrossTierTracerOptions), typeof(CrossTierPageOptions),
    ];

    readonly string[][] _rows = [.. new MarkdownFile("docs/settings.md").Table("option", "variable", "default", "does")];

    [Fact]
    public void Every_option_has_a_variable()
    {
        var options = Options.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo { CanWrite: true } or PropertyInfo { PropertyType.IsGenericType: true }
                or MethodInfo { IsSpecialName: false })
            .Select(member => $"{type.Name}.{member.Name}"));
        Assert.Equal(
            options.Distinct().Order(StringComparer.Ordinal),
            _rows.Where(row => row[0].StartsWith('`')).Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variable_that_the_code_reads_is_listed()
    {
        var read = Directory.GetFiles(BuiltFiles.InRepository("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("CrossTier.Tool") && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(File.ReadLines)
            .SelectMany(line => Regex.Matches(line, "\"((?:CROSSTIER|OTEL)_[A-Z_]+)\"").Select(match => match.Groups[1].Value))
            .Distinct();
        Assert.Equal(read.Order(StringComparer.Ordinal), _rows.Select(row => row[1].Trim('`')).Distinct().Order(StringComparer.Ordinal));
    }
}
