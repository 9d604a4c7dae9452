namespace CrossTier.Protocols;

/// <summary>A kind of inference endpoint: whose protocol it speaks, what is asked there, and where it stands.</summary>
/// <param name="provider">Whose protocol it is.</param>
/// <param name="operation">What is asked: one of <see cref="OperationNames"/>.</param>
/// <param name="paths">
/// How its path ends. <c>{version}</c> is one such as v1, <c>{api}</c> is where an API of this kind begins, <c>{model}</c> names the model; a slash in front
/// means that nothing precedes it.
/// </param>
sealed class EndpointShape(string provider, string operation, params string[] paths)
{
    public string Provider { get; } = provider;

    public string Operation { get; } = operation;

    public string[] Paths { get; } = paths;

    /// <summary>What names it in source wherever it stands in a text; a star is anything.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>What names it only at the end of a path: an application may have an <c>api/chat/rooms</c> of its own.</summary>
    public string[] Endings { get; init; } = [];

    /// <summary>Whether a reply without usage misses it; images and speech have none by nature.</summary>
    public bool HasTokens { get; init; } = true;

    /// <summary>Whether JSON here is a stream: an array whose elements come one by one.</summary>
    public bool ComesInPieces { get; init; }

    /// <summary>Why the HTTP handler cannot read its replies; null if it can.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Whether nobody but the provider serves such a path.</summary>
    public bool NamesProvider { get; init; }
}
