using System.ComponentModel;
using CrossTier.Replies;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// What an SDK's own reply keeps of its wire form and has no member for: details of a usage under other names, attempts, tools that are billed apart.
/// Read by name, one look-up for each type: the runtime depends on no SDK. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RawReply
{
    // A framework's reply in that of another one, around the SDK's.
    const int MaxDepth = 4;

    /// <summary>Adds that a chunk carries content, if it does. Called until one does, before what ends the response.</summary>
    /// <param name="reply">The SDK's chunk, or a framework's that holds it; or null.</param>
    /// <param name="reading">What was reported so far.</param>
    public static void Content(object? reply, ref ReplyReading reading)
    {
        if (!reading.HasContent && Find(ref reply) is { Patch: { } patch } && RawNames.Contents.Any(name => patch.HasText(reply!, name)))
        {
            reading.Content();
        }
    }

    /// <summary>Adds what else a reply, or a chunk, reports of its usage. Called after what ends the response.</summary>
    /// <param name="reply">The SDK's reply, or a framework's that holds it; or null.</param>
    /// <param name="response">The id of the response; null if it has none.</param>
    /// <param name="reading">What was reported so far.</param>
    public static void Tokens(object? reply, string? response, ref ReplyReading reading)
    {
        if (Find(ref reply) is not { } known)
        {
            return;
        }

        var isHidden = !reading.HasUsage; // Where the reply was read itself, its usage came.
        reply = known.ResponseOf(reply!);
        known = RawObject.Of(reply.GetType());
        var counts = new RawCounts();
        if (known.UsageIn(reply) is { } usage)
        {
            if (isHidden)
            {
                reading.Tokens(UsageMembers.Of(usage.GetType()).Read(usage), response);
            }

            var members = RawObject.Of(usage.GetType());
            counts.Add(members.Patch, usage, RawNames.Usage);
            if (members.InputDetailsIn(usage) is { } details && RawObject.Of(details.GetType()).Patch is { } patch)
            {
                counts.Add(patch, details, RawNames.InputDetails);
            }

            counts.Add(known.Patch, reply, RawNames.Timings);
            counts.AddTo(ref reading, response, members, usage);
            RawData.Read(members.DataIn(usage), response, ref reading);
        }
        else if (reading.HasEnded && !reading.HasUsage)
        {
            counts.Add(known.Patch, reply, RawNames.Reply);
            counts.AddTo(ref reading, response, known, reply);
        }

        if (reading.Failure is null && known.ErrorIn(reply) is { } error)
        {
            reading.Failed(error);
        }

        reading.ServiceTier(known.TierOf(reply));
        known.AddTools(reply, ref reading);
        if (!reading.HasEnded)
        {
            reading.Finished(known.EndOf(reply));
        }
    }

    static RawObject? Find(ref object? reply)
    {
        for (var depth = 0; reply is not null && depth < MaxDepth; depth++)
        {
            var known = RawObject.Of(reply.GetType());
            if (!known.HoldsAnother)
            {
                return known.IsRaw ? known : null;
            }

            reply = known.InnerOf(reply);
        }

        return null;
    }
}
