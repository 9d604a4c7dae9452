using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>How one endpoint writes a reply in one piece, and errors.</summary>
abstract class WireFormat
{
    /// <summary>Whether a request that does not say so means a stream.</summary>
    public virtual bool StreamsByDefault => false;

    /// <summary>The tokens that the endpoint tells of those a reply has; the same unless it knows no such details.</summary>
    public virtual TokenCounts Tells(TokenCounts usage) => usage;

    public abstract JsonObject Whole(Reply reply);

    public virtual JsonObject Error(ErrorReply error) => new()
    {
        ["error"] = new JsonObject { ["message"] = error.Message, ["type"] = error.Type, ["param"] = null, ["code"] = error.Code },
    };
}
