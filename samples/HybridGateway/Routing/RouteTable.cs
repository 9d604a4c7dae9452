using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Upstreams;

namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>The models that clients may ask for, and the connections to those that answer.</summary>
sealed class RouteTable : IDisposable
{
    readonly UpstreamServer _local;
    readonly UpstreamServer _cloud;
    readonly Dictionary<string, ModelRoute> _routes;

    /// <param name="settings">What is configured.</param>
    /// <param name="local">The address of the local upstream.</param>
    /// <param name="cloud">The address of the cloud.</param>
    public RouteTable(GatewaySettings settings, Uri local, Uri cloud)
    {
        _local = new(settings.Local, local, AiTier.Local, settings.MaxReplyBytes);
        _cloud = new(settings.Cloud, cloud, AiTier.Cloud, settings.MaxReplyBytes);
        Dictionary<(UpstreamServer, string), UpstreamModel> models = []; // Two names of one model wait in one line.
        _routes = settings.Models.ToDictionary(
            entry => entry.Key,
            entry => new ModelRoute(entry.Key, [.. ModelsOf(_local, entry.Value.Local), .. ModelsOf(_cloud, entry.Value.Cloud)]));

        IEnumerable<UpstreamModel> ModelsOf(UpstreamServer server, string? name)
        {
            if (name is null)
            {
                return [];
            }

            if (!models.TryGetValue((server, name), out var model))
            {
                models.Add((server, name), model = new(server, name));
            }

            return [model];
        }
    }

    public IReadOnlyCollection<ModelRoute> All => _routes.Values;

    public ModelRoute? Find(string name) => _routes.GetValueOrDefault(name);

    public void Dispose()
    {
        _local.Dispose();
        _cloud.Dispose();
    }
}
