namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>An SDK that only a program's own <c>[AiApi]</c> tells of.</summary>
public interface IOwnSdk
{
    Task<string> SolveAsync(string text);

    IAsyncEnumerable<string> SolveEach<T>(T text);
}

public sealed class OwnSdk : IOwnSdk
{
    public Task<string> SolveAsync(string text)
    {
        FakeClient.Count(text);
        return Task.FromResult(text);
    }

    public async IAsyncEnumerable<string> SolveEach<T>(T text)
    {
        FakeClient.Count(text!.ToString()!);
        yield return "1";
        await Task.CompletedTask;
    }
}

public static class OwnSdkExtensions
{
    public static Task SolveTwice(this IOwnSdk sdk, string text)
    {
        _ = sdk;
        FakeClient.Count(text);
        return Task.CompletedTask;
    }
}
