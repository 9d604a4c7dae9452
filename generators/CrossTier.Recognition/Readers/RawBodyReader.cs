using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds replies whose type has no usage and whose body, which is in memory already, has one; and those that show headers.</summary>
static class RawBodyReader
{
    static readonly RawBody[] Bodies = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.RawBodies)];

    static readonly ReplyHeaders[] Headers = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ReplyHeaders)];

    /// <summary>Null where there is no body to read.</summary>
    /// <param name="reply">The reply or chunk.</param>
    /// <param name="body">What it holds.</param>
    public static RawBodyStep? Read(ITypeSymbol reply, ITypeSymbol body) =>
        body.HasMetadataName("System.BinaryData") ? null // sound
        : Bodies.FirstOrDefault(known => Is(reply, known)) is { } found ? new RawBodyStep(found.Form, found.Member, found.HasDetails)
        : null;

    /// <summary>Null where the reply shows no headers.</summary>
    public static RateLimitStep? RateLimits(ITypeSymbol reply) =>
        Headers.FirstOrDefault(known => known.IsInherited ? reply.IsOrInherits(known.Type) : reply.HasMetadataName(known.Type)) is { } found
            ? new RateLimitStep(found.IsRawResponse) : null;

    static bool Is(ITypeSymbol reply, RawBody known) =>
        (known.IsInherited ? reply.IsOrInherits(known.Type) : reply.HasMetadataName(known.Type))
        && (known.ItemType is null || (reply is INamedTypeSymbol { TypeArguments: [var item] } && item.HasMetadataName(known.ItemType)));
}
