using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds replies that hold a stream of events.</summary>
static class EventStreamReader
{
    /// <summary>The stream in a task of such a reply, its adapter, and the type of its events; null for another reply.</summary>
    public static (EventsModel Model, string Adapter, ITypeSymbol Event)? Read(ITypeSymbol type, Compilation compilation)
    {
        if (type is not INamedTypeSymbol { Name: "Task", TypeArguments: [INamedTypeSymbol reply] } || SdkRecogniser.Of(reply)?.EventStream is not { } known)
        {
            return null;
        }

        foreach (var property in reply.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { GetMethod.DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public }
                && property.Type is INamedTypeSymbol stream
                && stream.SelfAndBaseTypes().FirstOrDefault(declaring => IsReader(declaring, known)) is { TypeArguments: [var @event, var failure] }
                && compilation.IsNameable(stream) && compilation.IsNameable(@event) && compilation.IsNameable(failure)
                && stream.InstanceConstructors.Any(constructor => IsMaker(constructor, known)))
            {
                return (new EventsModel(TypeText.Name(property), TypeText.Plain(stream), TypeText.Plain(failure)), known.Adapter, @event);
            }
        }

        return null;
    }

    static bool IsReader(INamedTypeSymbol type, EventStream known) =>
        type.HasMetadataName(known.Base)
            && known.Parts.All(part => type.GetMembers(part).OfType<IPropertySymbol>().Any(property => property.GetMethod is not null));

    static bool IsMaker(IMethodSymbol constructor, EventStream known) =>
        constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [var bytes, var decoder] }
        && bytes.Type.HasMetadataName("System.IO.Stream") && decoder.Type.HasMetadataName(known.Decoder);
}
