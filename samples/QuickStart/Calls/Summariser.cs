using System.Net.Http.Json;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>
/// Hand-written HTTP: no SDK call to see, so the method itself is measured. The other half of <see cref="SummariseAsync"/> is generated
/// and calls <see cref="SummariseAsyncCore"/>.
/// </summary>
sealed partial class Summariser(HttpClient http)
{
    const string Model = "summary-1";

    [AiCall("acme", Model, Tier = AiTier.Local, Instance = "gpu-1")]
    public partial Task<Summary> SummariseAsync(string document, CancellationToken cancellationToken);

    async Task<Summary> SummariseAsyncCore(string document, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("api/generate", new { model = Model, prompt = document, stream = false }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Summary>(cancellationToken) ?? throw new InvalidDataException("The reply is empty.");
    }
}
