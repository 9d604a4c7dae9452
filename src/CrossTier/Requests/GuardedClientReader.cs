using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>Runs a reader over a client of somebody else's type: whatever its members do, the call goes on.</summary>
static class GuardedClientReader
{
    public static ClientLabels Of<TClient, TReader>(TClient client)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        try
        {
            return Mocks.Has(client, out var layer) ? new ClientLabels(null, null, null, layer) : TReader.Read(client);
        }
        catch (Exception e)
        {
            // The client is the application's: its metadata may throw, the call must not.
            Warnings.Once(
                "client:" + typeof(TClient).FullName,
                $"the labels of {typeof(TClient).Name} could not be read ({e.GetType().Name}); state them in [AiCall].");
            return default;
        }
    }
}
