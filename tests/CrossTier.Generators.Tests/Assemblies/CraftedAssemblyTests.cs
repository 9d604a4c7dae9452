using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using CrossTier.Assemblies;
using CrossTier.Inventory;

namespace CrossTier.Generators.Tests.Assemblies;

/// <summary>Metadata that no compiler writes: an error that the tool reports in one line, and never the end of the process.</summary>
public sealed class CraftedAssemblyTests
{
    [Fact]
    public void A_type_that_contains_itself_is_a_bad_image()
    {
        var builder = new MetadataBuilder();
        builder.AddModule(0, builder.GetOrAddString("Crafted.dll"), builder.GetOrAddGuid(Guid.NewGuid()), default, default);
        var name = builder.GetOrAddString("Loop");
        var type = builder.AddTypeDefinition(
            TypeAttributes.NestedPublic,
            default,
            name,
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
        builder.AddNestedType(type, type);
        var reference = builder.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), default, name);
        var image = new BlobBuilder();
        new MetadataRootBuilder(builder, suppressValidation: true).Serialize(image, 0, 0);
        using var metadata = MetadataReaderProvider.FromMetadataImage(image.ToImmutableArray());
        var reader = metadata.GetMetadataReader();
        Assert.Throws<BadImageFormatException>(() => TypeNames.Of(reader, type));
        Assert.Throws<BadImageFormatException>(() => TypeNames.Of(reader, reference));
    }

    [Theory]
    [InlineData("M:A.B\n# comment", "Api", "M:A.B_#_comment Api 1")]
    [InlineData("M:A.B\u2028C\u0085D", "A pi", "M:A.B_C_D A_pi 1")]
    [InlineData("#M:A", "", "_#M:A _ 1")]
    [InlineData("M:C.#ctor", "Api", "M:C.#ctor Api 1")]
    public void A_name_with_blanks_or_line_breaks_stays_one_word_of_a_baseline(string member, string api, string line)
    {
        var written = new BaselineLine(member, api, 1);
        Assert.Equal(line, written.ToString());
        Assert.Equal(written, BaselineLine.Parse(written.ToString()));
    }
}
