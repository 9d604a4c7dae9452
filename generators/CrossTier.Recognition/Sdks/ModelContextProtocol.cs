using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>The Model Context Protocol: a server asks the model of its client (sampling).</summary>
static class ModelContextProtocol
{
    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["ModelContextProtocol"],
        Rows = [.. Methods("ModelContextProtocol.Server.McpServer", Chat, "mcp", "SampleAsync")],
    };
}
