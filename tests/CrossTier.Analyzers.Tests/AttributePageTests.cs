using System.Reflection;
using System.Text.RegularExpressions;
using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

/// <summary>The page of attributes names each of them, where it may stand, and each parameter with its type.</summary>
public sealed partial class AttributePageTests
{
    static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/attributes.md"));

    static readonly IReadOnlyList<Type> Attributes =
        [.. typeof(AiCallAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).OrderBy(type => type.Name)];

    [Fact]
    public void Each_attribute_has_a_section() => Assert.Equal(Attributes.Select(Title), Sections().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_section_names_every_target() => Assert.All(Attributes, attribute =>
    {
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;
        var named = Targets().Match(Sections()[Title(attribute)]);
        var targets = named.Groups[1].Value.Split(", ").Aggregate(default(AttributeTargets), (all, name) => all | Enum.Parse<AttributeTargets>(name));
        Assert.Equal((usage.ValidOn, usage.AllowMultiple), (targets, named.Groups[2].Value.Contains("as often as you like", StringComparison.Ordinal)));
    });

    [Fact]
    public void Each_section_lists_every_parameter_with_its_type() =>
        Assert.All(
            Attributes,
            attribute => Assert.Equal(Parameters(attribute).Order(StringComparer.Ordinal), Listed(attribute).Order(StringComparer.Ordinal)));

    static IEnumerable<string> Parameters(Type attribute) =>
        attribute.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => $"{parameter.Name} {Text(parameter.ParameterType)}")
            .Concat(attribute.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(property => property.SetMethod is not null)
                .Select(property => $"{property.Name} {Text(property.PropertyType)}"))
            .Distinct();

    static IEnumerable<string> Listed(Type attribute) =>
        Row().Matches(Sections()[Title(attribute)])
            .SelectMany(row => Name().Matches(row.Groups[1].Value).Select(name => $"{name.Groups[1].Value} {row.Groups[2].Value}"));

    static Dictionary<string, string> Sections() =>
        Section().Split(Page).Skip(1).Chunk(2).ToDictionary(section => section[0], section => section[1]);

    static string Title(Type attribute) => $"[{attribute.Name[..^nameof(Attribute).Length]}]";

    static string Text(Type type) => type == typeof(string) ? "string" : type.Name;

    [GeneratedRegex(@"^## (\[.+\])\n", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^On: ([A-Z][A-Za-z]+(?:, [A-Z][A-Za-z]+)*)(.*)$", RegexOptions.Multiline)]
    private static partial Regex Targets();

    [GeneratedRegex(@"^\| (`[^|]+) \| `([A-Za-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
