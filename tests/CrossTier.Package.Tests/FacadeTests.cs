using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>The asset for netstandard2.0 has what an editor shows of the others.</summary>
public sealed class FacadeTests(Feed feed)
{
    // netstandard2.0 has no DateOnly.
    static readonly string[] WithDates =
    [
        "CrossTier.PriceBook..ctor", "CrossTier.PriceBook.get_Date", "CrossTier.PriceBook.Find", "CrossTier.TokenPrice.get_From",
        "CrossTier.TokenPrice.set_From",
    ];

    [Fact]
    public void Every_public_member_that_is_not_hidden_is_in_it()
    {
        var facade = Members("netstandard2.0");
        var runtime = Members("net8.0");
        Assert.Contains("CrossTier.AiQueues.Join", runtime);
        Assert.DoesNotContain("CrossTier.AiQueues.Add", runtime);
        Assert.Equal(WithDates.Order(StringComparer.Ordinal), runtime.Except(facade).Order(StringComparer.Ordinal));
    }

    HashSet<string> Members(string framework)
    {
        using var package = feed.Open("CrossTier");
        using var stream = new MemoryStream();
        package.GetEntry($"lib/{framework}/CrossTier.dll")!.Open().CopyTo(stream);
        stream.Position = 0;
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. from type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
               where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && !IsHidden(metadata, type.GetCustomAttributes())
               let name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
               from member in Shown(metadata, type).Prepend("")
               select member.Length == 0 ? name : $"{name}.{member}",
        ];
    }

    static IEnumerable<string> Shown(MetadataReader metadata, TypeDefinition type) =>
        from method in type.GetMethods().Select(metadata.GetMethodDefinition)
        where (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && !IsHidden(metadata, method.GetCustomAttributes())
        select metadata.GetString(method.Name);

    static bool IsHidden(MetadataReader metadata, CustomAttributeHandleCollection attributes) =>
        attributes.Select(metadata.GetCustomAttribute).Any(attribute =>
            attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == "EditorBrowsableAttribute");
}
