using CrossTier.Protocols;

namespace CrossTier.Counting;

/// <summary>What is known of a request beyond the labels that it is counted by.</summary>
/// <param name="Operation">What was asked of the model, in the words of the GenAI conventions.</param>
/// <param name="Address">The server's host name or address; null if it is not known.</param>
/// <param name="Port">The server's port, an <see cref="int"/> that is boxed once; null if the address is.</param>
sealed record RequestTarget(string Operation, string? Address, object? Port)
{
    /// <summary>Where nothing is known.</summary>
    public static RequestTarget Unknown { get; } = new(OperationNames.Chat, null, null);

    public static RequestTarget Of(string operation, Uri? endpoint) =>
        endpoint is { IsAbsoluteUri: true, Host.Length: > 0, Port: >= 0 } ? new(operation, endpoint.IdnHost, endpoint.Port)
        : operation == OperationNames.Chat ? Unknown
        : new(operation, null, null);
}
