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

    /// <summary>The key of a content's metadata that holds the id of the response.</summary>
    public const string ResponseId = "Id";

    /// <summary>The same in the chunks of a stream.</summary>
    public const string StreamId = "CompletionId";

    /// <summary>The key that holds why the model stopped.</summary>
    public const string Finish = "FinishReason";

    /// <summary>The key that holds the usage.</summary>
    public const string Usage = "Usage";
}
