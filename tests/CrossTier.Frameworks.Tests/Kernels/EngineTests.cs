using System.ClientModel;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>Filter and middleware over llama.cpp, which counts its tokens itself.</summary>
public sealed class EngineTests
{
    const string Model = "frameworks";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kernel_and_a_client_count_the_tokens_of_a_real_engine()
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")) && Environment.GetEnvironmentVariable("CROSSTIER_REQUIRE") != "1")
        {
            Assert.Skip("The engine is not installed: run npm ci in tests/engine.");
        }

        using var engine = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs"), "--models", Model])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var address = await engine.StandardOutput.ReadLineAsync(Cancel);
            var server = new Uri(address!["ready ".Length..]);
            var openai = new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri(server, "v1/") });
            var before = Tally.Now();
            await Ask(openai);
            var counted = Tally.Now().Since(before);
            Assert.Equal((4, 4, 0, 0), (counted.Requests, counted.Success, counted.UsageMissing, counted.InFlight));
            Assert.Equal(await Seen(server), (counted.Requests, counted.Input, counted.Output));
        }
        finally
        {
            engine.StandardInput.Close(); // Ends it.
            await engine.WaitForExitAsync(Cancel);
        }
    }

    static async Task Ask(OpenAIClient openai)
    {
        var kernel = Kernel.CreateBuilder().AddCrossTier().AddOpenAIChatCompletion(Model, openai).Build();
        await kernel.InvokePromptAsync("How many tokens is this?", new(new OpenAIPromptExecutionSettings { MaxTokens = 20 }), cancellationToken: Cancel);
        await kernel.InvokePromptStreamingAsync<string>("And this?", new(new OpenAIPromptExecutionSettings { MaxTokens = 30 }), cancellationToken: Cancel)
            .ToListAsync(Cancel);

        var client = openai.GetChatClient(Model).AsIChatClient().AsBuilder().UseCrossTier().Build();
        await client.GetResponseAsync("Short?", new() { MaxOutputTokens = 10 }, Cancel);
        await client.GetStreamingResponseAsync("A little longer than that?", new() { MaxOutputTokens = 25 }, Cancel).ToChatResponseAsync(Cancel);
    }

    static async Task<(long Requests, long Input, long Output)> Seen(Uri server)
    {
        using var http = new HttpClient();
        var counts = (await http.GetFromJsonAsync<JsonElement>(new Uri(server, "counts"), Cancel)).GetProperty("by_model").GetProperty(Model);
        return (counts.GetProperty("requests").GetInt64(), counts.GetProperty("prompt_tokens").GetInt64(), counts.GetProperty("completion_tokens").GetInt64());
    }

    static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../engine"));
}
