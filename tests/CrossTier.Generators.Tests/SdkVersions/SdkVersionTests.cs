using System.Globalization;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.SdkVersions;

/// <summary>What is generated for every overload of every row builds with the oldest supported version of each SDK, with newer ones and the newest.</summary>
public sealed class SdkVersionTests
{
    const string Abstractions = "Microsoft.Extensions.AI";

    public static TheoryData<string, string> Versions()
    {
        var data = new TheoryData<string, string>();
        data.AddRange(Package.Sdks.Select(sdk => new TheoryDataRow<string, string>(Family(sdk.Id), sdk.Version)).DistinctBy(row => row.Data));
        return data;
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_row_of_every_version_builds(string family, string version)
    {
        var project = new Project { References = [.. References(family, version)] };
        var empty = project.Compile([]);
        var caller = new RowCaller(empty);
        var source = new Source("/project/Rows.cs", caller.Write());
        Assert.NotEmpty(caller.Called);
        AssertBuilds(project.Compile([source]));

        var generation = Generation.Of(project, source);

        AssertBuilds(generation.Output);
        Assert.Equal(
            [],
            generation.Inventory.Where(call => call.State != "measured")
                .Select(call => $"{caller.Called[int.Parse(call.Call.Split('.')[0][1..], CultureInfo.InvariantCulture)]}: {call.Reason}"));
        Assert.Equal(caller.Called.Count, generation.Inventory.Length);
    }

    // Packages that are released together are used together.
    static string Family(string id) =>
        id.StartsWith(Abstractions, StringComparison.Ordinal) ? Abstractions
        : id.StartsWith("Microsoft.Agents.AI", StringComparison.Ordinal) ? "Microsoft.Agents.AI"
        : id.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal) ? "Microsoft.SemanticKernel"
        : id;

    // Of what other SDKs build on the newest; older ones of that stand alone.
    static IEnumerable<PortableExecutableReference> References(string family, string version) =>
        Package.Sdks.GroupBy(sdk => sdk.Id)
            .SelectMany(versions => Family(versions.Key) == family ? versions.Where(sdk => sdk.Version == version)
                : family != Abstractions && Family(versions.Key) is Abstractions or "OpenAI" ? versions.TakeLast(1)
                : [])
            .Concat(Package.Dependencies)
            .SelectMany(package => package.References);

    static void AssertBuilds(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
