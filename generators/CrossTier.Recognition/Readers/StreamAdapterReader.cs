using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds streams of a type of their own, for which an adapter stands in.</summary>
static class StreamAdapterReader
{
    static readonly Dictionary<string, StreamAdapter> Known = ApiCatalogue.Sdks.SelectMany(sdk => sdk.Streams).ToDictionary(stream => stream.Type);

    /// <summary>The form, the adapter and the chunk of such a stream, or of a task of one whose request was sent; null for another type.</summary>
    public static (ReplyForm Form, string Adapter, ITypeSymbol Chunk)? Read(ITypeSymbol type)
    {
        var isTask = type.HasMetadataName("System.Threading.Tasks.Task`1");
        var result = isTask ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return result is INamedTypeSymbol { TypeArguments: [var chunk] } stream
            && Known.TryGetValue(stream.FullMetadataName(), out var known)
            && (known.IsSent ? CanBeMade(stream, known) : !isTask)
                ? (known.IsSent ? ReplyForm.SentStream : ReplyForm.AdaptedStream, known.Adapter, chunk)
                : null;
    }

    static bool CanBeMade(INamedTypeSymbol stream, StreamAdapter known) =>
        stream.ContainingAssembly.GetTypeByMetadataName(known.Maker)?.GetMembers(known.MakerMethod)
            .Any(member => member.DeclaredAccessibility == Accessibility.Public) == true;
}
