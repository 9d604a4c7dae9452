namespace CrossTier.Recognition.Catalogue;

/// <summary>A loop that finds out by the type of its client what that has, so that it must be told when a client of ours stands in its place.</summary>
/// <param name="Type">The type that declares the method which makes it.</param>
sealed record ToolLoop(string Type)
{
    /// <summary>Whether it refuses some clients when it is made.</summary>
    public bool IsRefusedFirst { get; init; }

    /// <summary>The parameter that decides whether something is used which not every client has; empty where there is none.</summary>
    public string Capability { get; init; } = "";

    /// <summary>The name of the adapter that determines whether a client has it.</summary>
    public string CapabilityAdapter { get; init; } = "";

    /// <summary>The private field that holds the options of its client; empty where there is none.</summary>
    public string OptionsField { get; init; } = "";

    /// <summary>The name of the adapter that copies them.</summary>
    public string OptionsAdapter { get; init; } = "";
}
