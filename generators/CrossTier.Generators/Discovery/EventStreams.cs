using CrossTier.Recognition;
using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Replies of Amazon's SDKs that hold a stream of events. Its type is sealed; it can be made anew over the same bytes, which its base class shows
/// to classes that derive from it.
/// </summary>
internal static class EventStreams
{
    const string Namespace = "Amazon.Runtime.EventStreams.Internal.";

    static readonly string[] Parts = ["NetworkStream", "Decoder"];

    /// <summary>The stream in a task of such a reply, and the type of its events; null for another reply.</summary>
    public static (EventsModel Model, ITypeSymbol Event)? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "Task", TypeArguments: [INamedTypeSymbol reply] } || SdkRecogniser.Of(reply)?.EventStream is null)
        {
            return null;
        }

        foreach (var property in reply.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { GetMethod.DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public, Type: INamedTypeSymbol stream }
                && stream.SelfAndBaseTypes().FirstOrDefault(IsReader) is INamedTypeSymbol { TypeArguments: [var @event, var failure] }
                && stream.InstanceConstructors.Any(IsMaker))
            {
                return (new EventsModel(TypeText.Name(property), TypeText.Plain(stream), TypeText.Plain(failure)), @event);
            }
        }

        return null;
    }

    static bool IsReader(ITypeSymbol type) =>
        type.HasMetadataName(Namespace + "EventOutputStream`2") && Parts.All(part => type.GetMembers(part).OfType<IPropertySymbol>().Any(property => property.GetMethod is not null));

    static bool IsMaker(IMethodSymbol constructor) =>
        constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [var bytes, var decoder] }
        && bytes.Type.HasMetadataName("System.IO.Stream") && decoder.Type.HasMetadataName(Namespace + "IEventStreamDecoder");
}
