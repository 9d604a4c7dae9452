namespace CrossTier.Nesting;

/// <summary>A request on the wire that waits for the end of the scope around it, to learn whether it is that scope's request.</summary>
interface IDeferredRequest
{
    /// <summary>What is known of it by now.</summary>
    DeferredFacts Facts { get; }

    /// <summary>It is the request of the scope, which counts it.</summary>
    void Claim();

    /// <summary>It is a request of its own.</summary>
    void Release();
}
