using CrossTier.Generators.Model;
using CrossTier.Protocols;

namespace CrossTier.Generators.Emission;

/// <summary>Writes how a client's labels are read.</summary>
static class LabelStepEmitter
{
    const string Layer = $"client.GetService(typeof({RuntimeNames.IMeasuringLayer})) as {RuntimeNames.IMeasuringLayer}";

    public static IEnumerable<string> Statements(LabelStep step) => step switch
    {
        MemberLabelStep members => [Members(members)],
        ServiceLabelStep services => Services(services),
        AttributeLabelStep => [$"return {Connector("client")};"],
        KernelServiceLabelStep chosen => Chosen(chosen),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    static string Members(MemberLabelStep step)
    {
        var provider = step.ProviderMember is { } member ? Access.Of("client", member) : Literal.Of(step.Provider);
        var model = step.Model is null && step.HiddenModelField.Length > 0
            ? $"{RuntimeNames.HiddenModel}.Of(client, {Literal.Of(step.HiddenModelField)})" : Access.OrNull("client", step.Model);
        var endpoint = step.Endpoint is null && step.IsEndpointHidden ? $"{RuntimeNames.HiddenEndpoint}.Of(client)" : Access.OrNull("client", step.Endpoint);
        var tier = step.Tier is { } path ? $", Tier = {Access.Of("client", path)}" : "";
        return $"return new {RuntimeNames.ClientLabels}({provider}, {model}, {endpoint}){(step.IsExplicit ? $" {{ IsExplicit = true{tier} }}" : "")};";
    }

    static IEnumerable<string> Services(ServiceLabelStep step)
    {
        yield return Service("metadata", "client", step.Metadata);
        if (step.Options.Length > 0)
        {
            yield return Service("options", "client", step.Options);
        }

        if (step.AgentMetadata.Length > 0)
        {
            yield return Service("agent", "client", step.AgentMetadata);
        }

        var provider = step.Provider is { } known
            ? Literal.Of(known) : $"metadata?.ProviderName{(step.AgentMetadata.Length > 0 ? " ?? agent?.ProviderName" : "")}";
        var model = (step.Options.Length > 0 ? "options?.ModelId ?? " : "") + "metadata?.DefaultModelId";
        yield return $"return new {RuntimeNames.ClientLabels}({provider}, {model}, metadata?.ProviderUri, {Layer}) {{ {Caches(step)} }};";
    }

    static string Caches(ServiceLabelStep step) =>
        $"Cache = client as {RuntimeNames.IAiCache} ?? client.GetService(typeof({RuntimeNames.IAiCache})) as {RuntimeNames.IAiCache}"
            + ", Spans = client.GetService(typeof(global::System.Diagnostics.ActivitySource)) as global::System.Diagnostics.ActivitySource"
            + (step.CachingClient.Length == 0 ? "" : $", RepeatingClient = client.GetService(typeof({step.CachingClient}))");

    static IEnumerable<string> Chosen(KernelServiceLabelStep step)
    {
        yield return $"if (client is {step.Service} service) return {Connector("service")};";
        yield return $"var asked = client as {step.Client};";
        yield return Service("metadata", "asked?", step.Metadata);
        yield return $"return new {RuntimeNames.ClientLabels}(metadata?.ProviderName, metadata?.DefaultModelId, metadata?.ProviderUri, "
            + $"asked?.GetService(typeof({RuntimeNames.IMeasuringLayer})) as {RuntimeNames.IMeasuringLayer});";
    }

    static string Connector(string service) =>
        $"{RuntimeNames.ConnectorLabels}.Of({service}, {service}.Attributes, {Literal.Of(ConnectorNames.Namespace)}, {Literal.Of(ConnectorNames.Endpoint)}, "
        + $"{Literal.Of(ConnectorNames.Model)}, {Literal.Of(ConnectorNames.Deployment)})";

    static string Service(string name, string client, string type) => $"var {name} = {client}.GetService(typeof({type})) as {type};";
}
