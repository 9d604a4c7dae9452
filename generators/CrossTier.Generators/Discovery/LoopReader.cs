using CrossTier.Generators.Model;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads what an SDK's loop must be told of its client.</summary>
static class LoopReader
{
    /// <summary>Null for a method that makes no such loop.</summary>
    public static LoopModel? Read(IMethodSymbol method, Compilation compilation)
    {
        if (ApiCatalogue.Sdks.SelectMany(sdk => sdk.ToolLoops).FirstOrDefault(known => method.ContainingType.HasMetadataName(known.Type)) is not { } loop)
        {
            return null;
        }

        var isAsked = HasCapability(method, loop);
        var hasOptions = loop.OptionsField.Length > 0 && method.Parameters.Length > 1 && HasField(method.ReturnType, loop.OptionsField, compilation);
        return new LoopModel(
            loop.IsRefusedFirst,
            isAsked ? method.Parameters.Skip(1).Where(parameter => parameter.Name != loop.Capability).Select(TypeText.Name).ToEquatableArray() : default,
            loop.Capability,
            method.Parameters.Any(parameter => parameter.Name == loop.Capability),
            isAsked ? loop.CapabilityAdapter : "",
            hasOptions ? loop.OptionsAdapter : "",
            hasOptions ? TypeText.Name(method.Parameters[1]) : "");
    }

    // The overload with the parameter whether the capability is used came with it.
    static bool HasCapability(IMethodSymbol method, ToolLoop loop) =>
        loop.Capability.Length > 0
        && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Any(overload => overload.Parameters.Any(parameter => parameter.Name == loop.Capability));

    // A private field is in no symbol, so the library itself is asked.
    static bool HasField(ITypeSymbol loop, string field, Compilation compilation)
    {
        if (loop is not INamedTypeSymbol
            || compilation.GetMetadataReference(loop.ContainingAssembly) is not PortableExecutableReference library
            || (library.GetMetadata() as AssemblyMetadata)?.GetModules()[0].GetMetadataReader() is not { } reader)
        {
            return false;
        }

        return reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => reader.StringComparer.Equals(type.Name, loop.MetadataName)
                && reader.StringComparer.Equals(type.Namespace, loop.ContainingNamespace.ToDisplayString()))
            .SelectMany(type => type.GetFields())
            .Any(handle => reader.StringComparer.Equals(reader.GetFieldDefinition(handle).Name, field));
    }
}
