using CrossTier.Frameworks.Tests.Labels;

[assembly: CrossTier.AiApi(typeof(ThrowingApi), nameof(ThrowingApi.AskAsync))]

namespace CrossTier.Frameworks.Tests.Labels;

/// <summary>An application's own API, whose model cannot be read.</summary>
sealed class ThrowingApi
{
    string _model = "first";

    public string Model
    {
        get => throw new InvalidOperationException(_model);
        set => _model = value;
    }

    public Task<string> AskAsync() => Task.FromResult(_model);
}
