namespace CrossTier.Nesting;

/// <summary>What sort of thing is asked: only requests of one class can be layers of the same request.</summary>
enum OperationClass
{
    /// <summary>Chat, text completion, responses, agent, kernel prompt, partial method.</summary>
    Generate,
    Embed,
    Moderate,
}
