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
            // The reply is the SDK's: a member that throws means that nothing is known, which usage_missing shows.
            Notices.Once("reply:" + typeof(TReply).FullName, $"the usage of {typeof(TReply).Name} could not be read ({e.GetType().Name}).");
        }
    }
}
