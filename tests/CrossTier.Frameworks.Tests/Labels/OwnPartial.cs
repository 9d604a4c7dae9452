namespace CrossTier.Frameworks.Tests.Labels;

/// <summary>A client of an application whose requests are hand-written.</summary>
sealed partial class OwnPartial
{
    public string Model { get; set; } = "first";

    [AiCall("own")]
    public partial Task<string> AskAsync();

    Task<string> AskAsyncCore() => Task.FromResult(Model);
}
