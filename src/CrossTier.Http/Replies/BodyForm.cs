namespace CrossTier.Http.Replies;

/// <summary>What the body of a reply is.</summary>
enum BodyForm
{
    /// <summary>Nothing that reports its usage: media, or compressed.</summary>
    Opaque,

    /// <summary>One JSON document.</summary>
    Whole,

    /// <summary>Server-sent events.</summary>
    Events,

    /// <summary>JSON documents one after another, or in an array that comes piece by piece.</summary>
    Lines,
}
