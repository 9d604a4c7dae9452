using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Replies that are streams whose request was sent already: awaited, or at hand. Each can be made anew over another stream.</summary>
internal static class OpenedStreams
{
    static readonly (string Type, string Maker, string Method, ReplyForm Form)[] All =
    [
        ("System.ClientModel.AsyncStreamingResult`1", "System.ClientModel.AsyncStreamingResult", "Create", ReplyForm.StreamingResult),
        ("Azure.AI.Inference.StreamingResponse`1", "Azure.AI.Inference.StreamingResponse`1", "CreateFromResponse", ReplyForm.StreamingResponse),
    ];

    /// <summary>The form and the chunk of such a stream, or of a task of one; null for another type.</summary>
    public static (ReplyForm Form, ITypeSymbol? Chunk)? Of(ITypeSymbol type)
    {
        var result = type is INamedTypeSymbol { TypeArguments: [var inner] } task && task.FullMetadataName() == "System.Threading.Tasks.Task`1" ? inner : type;
        if (result is not INamedTypeSymbol { TypeArguments: [var chunk] } stream)
        {
            return null;
        }

        var name = stream.FullMetadataName();
        foreach (var (known, maker, method, form) in All)
        {
            if (known == name && stream.ContainingAssembly.GetTypeByMetadataName(maker)?.GetMembers(method).Any(member => member.DeclaredAccessibility == Accessibility.Public) == true)
            {
                return (form, chunk);
            }
        }

        return null;
    }
}
