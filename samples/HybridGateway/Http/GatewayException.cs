namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>A request that the gateway refuses before it asks any upstream, so nothing of it is measured.</summary>
sealed class GatewayException(int status, string message, string code, string? param = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? Param => param;
}
