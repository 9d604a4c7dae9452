using CrossTier.CompilerServices;
using CrossTier.ExtensionsAI;
using CrossTier.Replies;
using Microsoft.Extensions.AI;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Reads what a reply, or a part of one, reports: usage, the response it is of, why the model stopped.</summary>
readonly struct UsageReader : IReplyReader<object?>
{
    /// <summary>Stands for a reply whose usage is part of a later one.</summary>
    public static object ReportedLater { get; } = new();

    public static void Read(object? reply, ref ReplyReading reading)
    {
        if (ReferenceEquals(reply, ReportedLater))
        {
            reading.WithoutTokens();
            return;
        }

        var metadata = ReplyMetadata.Of(reply);
        reading.Response(metadata.Response);
        switch (UsageOf.Reply(reply))
        {
            case UsageDetails details:
                reading.Add(details, metadata.Response);
                break;
            case { } usage:
                reading.Tokens(UsageMembers.Of(usage.GetType()).Read(usage), metadata.Response);
                break;
        }

        reading.Finished(metadata.Finish);
        RawReply.Tokens(UsageOf.Raw(reply), metadata.Response, ref reading);
    }
}
