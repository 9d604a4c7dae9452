using CrossTier.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Adapters.Tests;

/// <summary>What the generator writes into a user's project for the sealed types of the real SDKs.</summary>
public sealed class AdapterTests
{
    public static TheoryData<string> Named => [.. EmittedAdapters.Named];

    [Theory]
    [MemberData(nameof(Named))]
    public void An_adapter_and_its_parts_compile_alone_in_the_oldest_language(string adapter)
    {
        var written = AdapterSources.WithParts([adapter, AdapterSources.Embedded]);
        Assert.All([NullableContextOptions.Disable, NullableContextOptions.Enable], nullable =>
            Assert.Empty(EmittedAdapters.Problems(EmittedAdapters.Compile(written, LanguageVersion.CSharp12, nullable))));
    }

    [Fact]
    public void All_compile_together_in_the_newest_language() =>
        Assert.Empty(EmittedAdapters.Problems(EmittedAdapters.Compile(EmittedAdapters.All, LanguageVersion.Preview, NullableContextOptions.Enable)));

    [Fact]
    public void A_project_whose_names_hide_every_name_has_them_too()
    {
        var used = EmittedAdapters.All.SelectMany(adapter => CSharpSyntaxTree.ParseText(
            AdapterEmitter.Write(adapter),
            cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && char.IsUpper(token.Text[0]))
            .Select(token => token.Text)
            .Except(["System", "Microsoft", "CrossTier", "Azure", "Anthropic", "Amazon"]) // A namespace cannot be a class.
            .Distinct();
        var hiding = string.Concat(used.Select(name => $"class {name} {{ }}\n"));
        Assert.Contains("class PipelineResponse ", hiding, StringComparison.Ordinal);
        Assert.Empty(EmittedAdapters.Problems(EmittedAdapters.Compile(EmittedAdapters.All, LanguageVersion.CSharp12, NullableContextOptions.Enable, hiding)));
    }

    [Fact]
    public void A_type_is_internal_and_seen_by_its_own_assembly_alone_and_known_as_generated()
    {
        var compilation = EmittedAdapters.Compile(EmittedAdapters.All, LanguageVersion.CSharp12, NullableContextOptions.Enable);
        var types = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, TestContext.Current.CancellationToken)
            .Cast<INamedTypeSymbol>()
            .Where(type => type.Name != AdapterSources.Embedded)
            .ToList();
        Assert.Equal(EmittedAdapters.All.Length - 1, types.Count);
        Assert.All(types, type =>
        {
            Assert.Equal(("CrossTier.Generated.Adapters", Accessibility.Internal), (type.ContainingNamespace.ToDisplayString(), type.DeclaredAccessibility));
            Assert.Superset(
                new HashSet<string> { AdapterSources.Embedded, "ExcludeFromCodeCoverageAttribute", "GeneratedCodeAttribute" },
                type.GetAttributes().Select(attribute => attribute.AttributeClass!.Name).ToHashSet());
        });
    }

    [Fact]
    public void Every_file_is_used_by_an_adapter_that_an_SDK_names() =>
        Assert.Equal(EmittedAdapters.All, AdapterSources.Names.Order(StringComparer.Ordinal));
}
