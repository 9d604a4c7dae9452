using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>What a package carries of others is named in it, and where it was built is not.</summary>
public sealed class SupplyTests(Feed feed)
{
    static readonly string[] Embedded = ["genai-prices", "uPlot", "PolySharp"];

    public static TheoryData<string> Ids() => ContentTests.Ids();

    [Theory, MemberData(nameof(Ids))]
    public void A_package_has_a_bill_of_materials_for_each_framework(string id)
    {
        using var package = feed.Open(id);
        var bills = package.Entries.Where(entry => entry.FullName.StartsWith("_manifest/spdx_2.2/", StringComparison.Ordinal)).ToList();
        var paths = package.Entries.Select(entry => entry.FullName.Split('/'));
        var frameworks = paths.Where(path => path[0] is "lib" or "tools").Select(path => path[1]).Distinct();
        Assert.Equal(frameworks.Order(), bills.Select(bill => bill.FullName.Split('/')[2]).Order());
        using var nuspec = new StreamReader(package.GetEntry(id + ".nuspec")!.Open());
        var dependencies = System.Xml.Linq.XDocument.Load(nuspec).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToLookup(
                element => (element.Parent!.Attribute("targetFramework")?.Value ?? "").Replace(".NETStandard", "netstandard", StringComparison.Ordinal),
                element => element.Attribute("id")!.Value);
        foreach (var bill in bills)
        {
            using var stream = bill.Open();
            using var json = JsonDocument.Parse(stream);
            var materials = json.RootElement.GetProperty("packages").EnumerateArray().ToList();
            Assert.Equal("SPDX-2.2", json.RootElement.GetProperty("spdxVersion").GetString());
            Assert.Equal((id, feed.Version), (Text(materials[0], "name"), Text(materials[0], "versionInfo")));
            Assert.Empty(dependencies[bill.FullName.Split('/')[2]].Except(materials.Select(material => Text(material, "name"))));
            Assert.Equal(materials.Count, materials.Select(material => Text(material, "SPDXID")).Distinct().Count());
            Assert.DoesNotContain("NOASSERTION", materials.Select(material => Text(material, "licenseDeclared")));
            Assert.Equal(materials.Count, json.RootElement.GetProperty("relationships").GetArrayLength());
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_a_package_carries_of_others_has_a_notice(string id)
    {
        using var package = feed.Open(id);
        var bills = package.Entries.Where(entry => entry.FullName.StartsWith("_manifest/", StringComparison.Ordinal));
        var carried = bills.SelectMany(Contained).Distinct().ToList();
        var libraries = package.Entries
            .Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.Name.StartsWith("CrossTier", StringComparison.Ordinal))
            .Where(entry => !entry.Name.EndsWith(".resources.dll", StringComparison.Ordinal))
            .Select(entry => Path.GetFileNameWithoutExtension(entry.Name))
            .ToList();
        Assert.Empty(libraries.Except(carried));
        var notices = package.GetEntry("THIRD-PARTY-NOTICES.txt") is { } entry ? Read(entry) : "";
        Assert.All(carried.Where(name => name != "CrossTier"), name => Assert.Contains(name, notices));
        Assert.Equal(carried.Any(name => name != "CrossTier"), notices.Contains("Permission is hereby granted"));
        Assert.Equal(id is "CrossTier" or "CrossTier.Tool" or "CrossTier.AspNetCore", Embedded.Any(carried.Contains));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Where_it_was_built_stands_neither_in_assemblies_nor_in_symbols(string id)
    {
        var symbols = feed.OpenSymbols(id);
        using var package = feed.Open(id);
        var files = package.Entries.Concat(symbols.Entries).Where(entry => Path.GetExtension(entry.Name) is ".dll" or ".pdb").ToList();
        Assert.Contains(symbols.Entries, entry => entry.Name == id + ".pdb");
        Assert.All(files.Where(file => file.Name.StartsWith("CrossTier", StringComparison.Ordinal)), file =>
        {
            var text = Encoding.Latin1.GetString(Bytes(file));
            Assert.DoesNotContain(Repository.Root, text);
            Assert.DoesNotContain(feed.Root, text);
        });
        symbols.Dispose();
    }

    static IEnumerable<string> Contained(ZipArchiveEntry bill)
    {
        using var stream = bill.Open();
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json.RootElement.GetProperty("relationships").EnumerateArray()
                .Where(relation => Text(relation, "relationshipType") == "CONTAINS")
                .Select(relation => Text(relation, "relatedSpdxElement")["SPDXRef-".Length..]),
        ];
    }

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static string Read(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry));

    static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
