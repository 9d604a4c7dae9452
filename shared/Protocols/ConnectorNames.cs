namespace CrossTier.Protocols;

/// <summary>What a connector of Semantic Kernel reports of itself, and where.</summary>
static class ConnectorNames
{
    /// <summary>What stands before the provider in a connector's namespace.</summary>
    public const string Namespace = ".Connectors.";

    /// <summary>The attribute that holds the endpoint.</summary>
    public const string Endpoint = "Endpoint";

    /// <summary>The attribute that holds the model.</summary>
    public const string Model = "ModelId";

    /// <summary>The attribute that holds it where that one does not.</summary>
    public const string Deployment = "DeploymentName";
}
