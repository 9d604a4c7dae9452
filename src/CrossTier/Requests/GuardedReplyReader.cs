using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>Runs a reader over a reply of somebody else's type: whatever its members do, the call goes on.</summary>
static class GuardedReplyReader
{
    public static void Add<TReply, TReader>(TReply reply, ref ReplyReading reading)
        where TReader : struct, IReplyReader<TReply>
    {
        if (reply is null)
        {
            return;
        }

        try
        {
            TReader.Read(reply, ref reading);
        }
        catch (Exception e)
        {
            reading.Unreadable(typeof(TReply), e);
        }
    }
}
