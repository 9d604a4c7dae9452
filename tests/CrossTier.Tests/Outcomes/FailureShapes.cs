using System.Net;

namespace CrossTier.Tests.Outcomes;

/// <summary>As System.ClientModel and Azure.Core carry a status.</summary>
class IntStatusException(int status, Exception? inner = null, string message = "x") : Exception(message, inner)
{
    public int Status { get; } = status;
}

/// <summary>As Semantic Kernel carries a status.</summary>
sealed class StatusCodeException(HttpStatusCode? status, Exception? inner = null) : Exception("x", inner)
{
    public HttpStatusCode? StatusCode { get; } = status;
}

/// <summary>A property of that name that is no HTTP status.</summary>
sealed class TextStatusException : Exception
{
    public string Status { get; } = "429";
}

sealed class ThrowingStatusException : Exception
{
    public int StatusCode => throw new InvalidOperationException();
}

sealed class ThrowingMessageException(int status) : IntStatusException(status)
{
    public override string Message => throw new InvalidOperationException();
}
