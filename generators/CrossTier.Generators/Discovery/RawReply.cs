using CrossTier.Generators.Emission;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Replies whose type says no usage and whose body, which is in memory already, does. What would have to be read a second time is left alone.</summary>
internal static class RawReply
{
    const string Read = RuntimeNames.JsonReply + ".Read";
    const string ReadBedrock = RuntimeNames.BedrockReply + ".Read";

    /// <summary>Reads the body; null where there is none to read.</summary>
    /// <param name="reply">The reply or chunk.</param>
    /// <param name="body">What it holds.</param>
    /// <param name="access">What the reply is called.</param>
    public static string? Statement(ITypeSymbol reply, ITypeSymbol body, string access) => reply switch
    {
        _ when Is(body, "System.BinaryData") => null, // sound
        _ when IsResult(reply) => $"if ({access}.GetRawResponse() is {{ ContentStream.CanSeek: true }} response) {Read}(response.Content.ToMemory().Span, ref reading);",
        INamedTypeSymbol { Arity: 0 } when Is(reply, "Azure.Response") => $"if ({access}.ContentStream is global::System.IO.MemoryStream) {Read}({access}.Content.ToMemory().Span, ref reading);",
        INamedTypeSymbol { TypeArguments: [var data] } when Is(reply, "System.Net.ServerSentEvents.SseItem`1") && Is(data, "System.BinaryData") => $"{Read}({access}.Data.ToMemory().Span, ref reading);",
        _ when Is(reply, "Amazon.BedrockRuntime.Model.InvokeModelResponse") => $"{ReadBedrock}({access}.Body, ref reading);",
        _ when Is(reply, "Amazon.BedrockRuntime.Model.PayloadPart") => $"{ReadBedrock}({access}.Bytes, ref reading);",
        _ => null,
    };

    /// <summary>Reads what the headers say is left of the rate limits; null where the type shows no headers.</summary>
    /// <param name="reply">The reply or chunk.</param>
    public static string? RateLimits(ITypeSymbol reply) =>
        IsResult(reply) || Extends(reply, "Azure.NullableResponse`1") ? RateLimitHeaders.ReadFrom("reply.GetRawResponse()?.Headers", "reading")
        : Is(reply, "Azure.Response") ? RateLimitHeaders.ReadFrom("reply.Headers", "reading")
        : null;

    static bool IsResult(ITypeSymbol reply) => Extends(reply, "System.ClientModel.ClientResult");

    static bool Extends(ITypeSymbol reply, string metadataName)
    {
        for (var type = reply; type is not null; type = type.BaseType)
        {
            if (Is(type, metadataName))
            {
                return true;
            }
        }

        return false;
    }

    static bool Is(ITypeSymbol type, string metadataName) => type is INamedTypeSymbol named && ApiRecogniser.MetadataName(named.OriginalDefinition) == metadataName;
}
