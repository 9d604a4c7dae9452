using CrossTier.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Replies whose type says no usage and whose body, which is in memory already, does. What would have to be read a second time is left alone.</summary>
internal static class RawReply
{
    const string Read = RuntimeNames.JsonReply + ".Read";

    /// <summary>Reads the body; null where there is none to read.</summary>
    /// <param name="reply">The reply or chunk.</param>
    /// <param name="body">What it holds.</param>
    /// <param name="access">What the reply is called.</param>
    public static string? Statement(ITypeSymbol reply, ITypeSymbol body, string access) => reply switch
    {
        _ when body.HasMetadataName("System.BinaryData") => null, // sound
        _ when IsResult(reply) => $"if ({access}.GetRawResponse() is {{ ContentStream.CanSeek: true }} response) {Read}(response.Content.ToMemory().Span, ref reading);",
        INamedTypeSymbol { Arity: 0 } when reply.HasMetadataName("Azure.Response") => $"if ({access}.ContentStream is global::System.IO.MemoryStream) {Read}({access}.Content.ToMemory().Span, ref reading);",
        INamedTypeSymbol { TypeArguments: [var data] } when reply.HasMetadataName("System.Net.ServerSentEvents.SseItem`1") && data.HasMetadataName("System.BinaryData") => $"{Read}({access}.Data.ToMemory().Span, ref reading);",
        _ when reply.HasMetadataName("Amazon.BedrockRuntime.Model.InvokeModelResponse") => $"{Read}({access}.Body, ref reading);",
        _ when reply.HasMetadataName("Amazon.BedrockRuntime.Model.PayloadPart") => $"{Read}({access}.Bytes, ref reading);",
        _ => null,
    };

    /// <summary>Reads what the headers say is left of the rate limits; null where the type shows no headers.</summary>
    /// <param name="reply">The reply or chunk.</param>
    public static string? RateLimits(ITypeSymbol reply) =>
        IsResult(reply) || reply.IsOrInherits("Azure.NullableResponse`1") ? RateLimitHeaders.ReadFrom("reply.GetRawResponse()?.Headers", "reading")
        : reply.HasMetadataName("Azure.Response") ? RateLimitHeaders.ReadFrom("reply.Headers", "reading")
        : null;

    static bool IsResult(ITypeSymbol reply) => reply.IsOrInherits("System.ClientModel.ClientResult");
}
