using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>What lies in the packages.</summary>
public sealed partial class ContentTests(Feed feed)
{
    public static TheoryData<string> Ids() => [.. Repository.Packages.Select(project => Path.GetFileNameWithoutExtension(project))];

    [Fact]
    public void CrossTier_holds_runtime_compiler_parts_task_and_targets()
    {
        using var package = feed.Open("CrossTier");
        var files = package.Entries.Select(entry => entry.FullName)
            .Where(name => name.Contains('/') && !name.StartsWith("_rels/") && !name.StartsWith("package/"))
            .Order(StringComparer.Ordinal)
            .ToList();
        List<string> expected =
        [
            "_manifest/spdx_2.2/net10.0/manifest.spdx.json",
            "_manifest/spdx_2.2/net8.0/manifest.spdx.json",
            "_manifest/spdx_2.2/netstandard2.0/manifest.spdx.json",
            "analyzers/dotnet/cs/CrossTier.Analyzers.dll",
            "analyzers/dotnet/cs/CrossTier.Generators.dll",
            "buildTransitive/CrossTier.Enforcement.targets",
            "buildTransitive/CrossTier.Report.targets",
            "buildTransitive/CrossTier.Requirements.targets",
            "buildTransitive/CrossTier.SingleCopy.targets",
            "buildTransitive/CrossTier.targets",
            "buildTransitive/enforcement/error.globalconfig",
            "buildTransitive/enforcement/none.globalconfig",
            "buildTransitive/enforcement/suggestion.globalconfig",
            "buildTransitive/enforcement/warning.globalconfig",
            "lib/net10.0/CrossTier.dll",
            "lib/net10.0/CrossTier.xml",
            "lib/net8.0/CrossTier.dll",
            "lib/net8.0/CrossTier.xml",
            "lib/netstandard2.0/CrossTier.dll",
            "lib/netstandard2.0/CrossTier.xml",
            "tasks/CrossTier.Build.dll",
        ];
        if (Directory.Exists(Path.Combine(Repository.Root, "analyzers/CrossTier.CodeFixes")))
        {
            expected.Insert(4, "analyzers/dotnet/cs/CrossTier.CodeFixes.dll");
        }

        Assert.Equal(expected, files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_package_has_licence_and_readme(string id)
    {
        using var package = feed.Open(id);
        using var nuspec = new StreamReader(package.GetEntry(id + ".nuspec")!.Open());
        var text = nuspec.ReadToEnd();
        Assert.Contains("""<license type="expression">MIT</license>""", text);
        Assert.Contains("<readme>README.md</readme>", text);
        Assert.Equal(id != "CrossTier" && !text.Contains("DotnetTool"), text.Contains($"""<dependency id="CrossTier" version="{feed.Version}" """));
        Assert.Contains("<icon>icon.png</icon>", text);
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.Contains($"<projectUrl>{Repository.Url}</projectUrl>", text);
        Assert.Contains($"<releaseNotes>{Repository.Url}/blob/main/CHANGELOG.md</releaseNotes>", text);
        Assert.Contains($"<repository type=\"git\" url=\"{Repository.Url}\"", text);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_packages_readme_stands_by_itself(string id)
    {
        using var package = feed.Open(id);
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        var text = readme.ReadToEnd();
        Assert.StartsWith($"# {id}\n", text);
        var targets = Target().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.All(targets, target => Assert.StartsWith("https://", target));
        var here = targets.Where(target => target.StartsWith(Repository.Url + "/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(here);
        Assert.All(here, target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target[(Repository.Url + "/blob/main/").Length..])), target));
    }

    [Fact]
    public void A_help_link_of_a_target_leads_to_the_repository()
    {
        using var package = feed.Open("CrossTier");
        using var targets = new StreamReader(package.GetEntry("buildTransitive/CrossTier.Requirements.targets")!.Open());
        Assert.Contains($"<_CrossTierRequirementsPage>{Repository.Url}/blob/main/docs/rules/AIC011.md</_CrossTierRequirementsPage>", targets.ReadToEnd());
    }

    [Fact]
    public void The_live_page_carries_the_licence_of_its_charts()
    {
        using var package = feed.Open("CrossTier.AspNetCore");
        using var notices = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        Assert.Contains("Leon Sorokin", notices.ReadToEnd());
        using var nuspec = new StreamReader(package.GetEntry("CrossTier.AspNetCore.nuspec")!.Open());
        Assert.Contains("""<frameworkReference name="Microsoft.AspNetCore.App" />""", nuspec.ReadToEnd());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("suggestion")]
    [InlineData("warning")]
    [InlineData("error")]
    public void Each_level_sets_each_rule(string level)
    {
        using var package = feed.Open("CrossTier");
        using var config = new StreamReader(package.GetEntry($"buildTransitive/enforcement/{level}.globalconfig")!.Open());
        var set = Setting().Matches(config.ReadToEnd()).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        Assert.Equal(RuleIds(package).Select(id => (id, level)), set);
    }

    static List<string> RuleIds(ZipArchive package)
    {
        using var stream = new MemoryStream();
        package.GetEntry("analyzers/dotnet/cs/CrossTier.Analyzers.dll")!.Open().CopyTo(stream);
        stream.Position = 0;
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var rules = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(type => metadata.GetString(type.Name) == "RuleIds");
        return
        [
            .. rules.GetFields()
                .Select(field => metadata.GetBlobReader(metadata.GetConstant(metadata.GetFieldDefinition(field).GetDefaultValue()).Value))
                .Select(value => value.ReadUTF16(value.Length))
                .Where(id => id != "AIC000") // The listing for the report, which nothing sets.
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(AIC\d{3})\.severity = (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Target();
}
