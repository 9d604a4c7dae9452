using CrossTier.Frameworks.Tests.Labels;

[assembly: CrossTier.AiApi(typeof(OwnApi), nameof(OwnApi.AskAsync))]

namespace CrossTier.Frameworks.Tests.Labels;

/// <summary>An application's own API, whose model may be set.</summary>
sealed class OwnApi
{
    public string Model { get; set; } = "first";

    public Task<string> AskAsync() => Task.FromResult(Model);
}
