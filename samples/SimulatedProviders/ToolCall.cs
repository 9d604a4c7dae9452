namespace CrossTier.Samples.SimulatedProviders;

/// <summary>A call of a tool that a reply asks for.</summary>
sealed record ToolCall(string Name, string Arguments)
{
    /// <summary>Output tokens of the call: one for the name and one for each word of the arguments.</summary>
    public int Tokens => 1 + PromptWords.Of(Arguments);
}
