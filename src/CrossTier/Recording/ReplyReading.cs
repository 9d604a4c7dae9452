namespace CrossTier.Recording;

/// <summary>Runs a reader over a reply of somebody else's type: whatever its members do, the call goes on.</summary>
static class ReplyReading
{
    public static void Add<TReply, TReader>(TReply reply, ref Reading reading)
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
