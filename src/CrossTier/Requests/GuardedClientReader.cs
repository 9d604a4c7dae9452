using CrossTier.CompilerServices;
using CrossTier.Labels;

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
            return Mocks.Has(client, out var layer) ? new ClientLabels(null, null, null, layer) : WithVendor(TReader.Read(client), client);
        }
        catch (Exception e)
        {
            if (ClientVendor.Of(client) is { } vendor)
            {
                return new ClientLabels(vendor, null, null);
            }

            // The client is the application's: its metadata may throw, the call must not.
            Warnings.Once(
                "client:" + typeof(TClient).FullName,
                $"the labels of {typeof(TClient).Name} could not be read ({e.GetType().Name}); state them in [AiCall].");
            return default;
        }
    }

    // A host that the application maps goes first; one that is known as another provider's is where the SDK would send without its own client.
    static ClientLabels WithVendor(in ClientLabels labels, object client)
    {
        if (labels.IsExplicit || ClientVendor.Of(client) is not { } vendor)
        {
            return labels;
        }

        var isOfAnother = labels.Endpoint is { IsAbsoluteUri: true } endpoint && HostMap.Shared.ProviderOf(endpoint) is null
            && EndpointReader.ProviderOf(endpoint) is { } provider && provider != vendor;
        return labels with { Provider = vendor, Endpoint = isOfAnother ? null : labels.Endpoint };
    }
}
