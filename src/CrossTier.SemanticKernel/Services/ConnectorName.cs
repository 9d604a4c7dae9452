namespace CrossTier.Services;

/// <summary>The provider that a connector stands for, by its namespace: <c>Microsoft.SemanticKernel.Connectors.{Name}</c>.</summary>
static class ConnectorName
{
    const string Connectors = ".Connectors.";

    public static string? Of(Type service)
    {
        if (service.Namespace is not { } name || name.IndexOf(Connectors, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var rest = name[(at + Connectors.Length)..];
        var connector = rest.Split('.')[0];
        return connector switch
        {
            "Amazon" => "bedrock",
            "AzureAIInference" => "azure",
            "Onnx" => "onnx",
            _ => connector.ToLowerInvariant(),
        };
    }
}
