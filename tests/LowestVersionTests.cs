using System.Reflection;
using System.Text.Json;

namespace CrossTier.Testing;

/// <summary>A run with <c>LowestVersions=true</c> has the versions of libraries that the packages ask for, and no newer ones.</summary>
public sealed class LowestVersionTests
{
    [Fact]
    public void Libraries_are_those_that_the_packages_ask_for()
    {
        var tests = typeof(LowestVersionTests).Assembly;
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, tests.GetName().Name + ".deps.json")));
        var resolved = dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/'))
            .ToDictionary(library => library[0], library => library[1], StringComparer.OrdinalIgnoreCase);
        var lowest = tests.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key.StartsWith("LowestVersion/", StringComparison.Ordinal))
            .Select(metadata => (Name: metadata.Key.Split('/')[1], Version: metadata.Value))
            .Where(library => resolved.ContainsKey(library.Name))
            .ToList();

        Assert.NotEmpty(lowest);
        Assert.All(lowest, library => Assert.Equal(library.Version, resolved[library.Name]));
    }
}
