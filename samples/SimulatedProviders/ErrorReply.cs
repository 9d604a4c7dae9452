using System.Globalization;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>An error before an endpoint gives it its shape; types and codes are those of OpenAI.</summary>
sealed record ErrorReply(int Status, string Message, string Type, string Code)
{
    public static ErrorReply Of(int status, string? message = null) => status switch
    {
        400 => new(status, message ?? "Simulated: the request is not valid.", "invalid_request_error", "invalid_request"),
        401 => new(status, message ?? "Simulated: incorrect API key provided.", "invalid_request_error", "invalid_api_key"),
        404 => new(status, message ?? "Simulated: there is no such thing.", "invalid_request_error", "not_found"),
        429 => new(status, message ?? "Simulated: rate limit reached.", "requests", "rate_limit_exceeded"),
        >= 500 => new(status, message ?? "Simulated: the server had an error.", "server_error", "server_error"),
        _ => new(status, message ?? "Simulated: the request was refused.", "invalid_request_error", status.ToString(CultureInfo.InvariantCulture)),
    };
}
