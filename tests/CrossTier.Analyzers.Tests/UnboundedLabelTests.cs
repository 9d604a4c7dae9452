using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class UnboundedLabelTests : RuleTest<UnboundedLabelAnalyzer>
{
    [Theory]
    // configuration and literals are bounded
    [InlineData("class C(string model) { ChatOptions O() => new() { ModelId = model }; }")]
    [InlineData("class C { ChatOptions O(string model) => new() { ModelId = model }; }")]
    [InlineData("class C { object O() => new OpenAI.Chat.ChatClient(Environment.GetEnvironmentVariable(\"MODEL\") ?? \"gpt-4o\", \"key\"); }")]
    // mapped or looked up
    [InlineData("class C { ChatOptions O() => new() { ModelId = Console.ReadLine() switch { \"small\" => \"gpt-4o-mini\", _ => \"gpt-4o\" } }; }")]
    [InlineData("class C { Dictionary<string, string> Models = []; ChatOptions O() => new() { ModelId = Models[Console.ReadLine()!] }; }")]
    // the stated model is the label
    [InlineData("[AiCall(\"openai\", \"gpt-4o\")] class C { ChatOptions O() => new() { ModelId = Console.ReadLine() }; }")]
    [InlineData("[AiIgnore(\"tool\")] class C { ChatOptions O() => new() { ModelId = Console.ReadLine() }; }")]
    // another ModelId
    [InlineData("class Car { public string? ModelId { get; set; } static Car Read() => new() { ModelId = Console.ReadLine() }; }")]
    // one model, one kind
    [InlineData(
        "[AiCall(\"openai\", \"gpt-4o\")] class C(IChatClient c) { Task A() => c.GetResponseAsync(\"\"); object B() => c.GetStreamingResponseAsync(\"\"); }")]
    [InlineData(
        "[AiCall(\"openai\")] class C(IChatClient c, IEmbeddingGenerator<string, Embedding<float>> e) { Task A() => "
        + "c.GetResponseAsync(\"\"); Task B() => e.GenerateAsync([\"\"]); }")]
    public async Task A_bounded_model_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task A_model_from_the_console_or_the_command_line_is_flagged()
    {
        var messages = await Check("""
            var wanted = args.Length > 0 ? args[0] : "gpt-4o";
            var client = new OpenAI.Chat.ChatClient([|wanted|], "key");
            var other = new OpenAI.OpenAIClient("key").GetChatClient([|Console.ReadLine()!.Trim()|]);
            var options = new ChatOptions();
            options.ModelId = [|$"ft:{Console.ReadLine()}"|];
            """);
        Assert.Equal(
            "The model comes from a command-line argument, so its label can grow without bound; "
            + "check it against the models you serve, or name the model in [AiCall]",
            messages[0]);
    }

    [Fact]
    public async Task The_model_of_each_kind_of_client_and_request_is_looked_at() => await Check("""
        #pragma warning disable OPENAI001
        var key = "key";
        var model = Console.ReadLine()!;
        var openai = new OpenAI.OpenAIClient(key);
        object[] made =
        [
            openai.GetImageClient([|model|]), openai.GetAudioClient([|model|]), openai.GetModerationClient(model: [|model|]),
            new OpenAI.Images.ImageClient([|model|], key), new OpenAI.Audio.AudioClient([|model|], key),
                new OpenAI.Moderations.ModerationClient([|model|], key),
            openai.GetImageClient("gpt-image-1"), openai.GetAudioClient(Environment.GetEnvironmentVariable("MODEL")),
        ];
        var responses = openai.GetResponsesClient();
        await responses.CreateResponseAsync([|model|], "hi");
        responses.CreateResponse(new OpenAI.Responses.CreateResponseOptions { Model = [|model|] });
        await responses.CreateResponseAsync("gpt-4o", Console.ReadLine()!);
        var asked = new Anthropic.Models.Messages.MessageCreateParams { Model = [|model|], MaxTokens = 1, Messages = [] };
        asked = asked with { Model = [|Console.ReadLine()!.Trim()|] };
        var beta = new Anthropic.Models.Beta.Messages.MessageCreateParams { Model = [|model|], MaxTokens = 1, Messages = [] };
        var stated = new Anthropic.Models.Messages.MessageCreateParams { Model = Anthropic.Models.Messages.Model.ClaudeSonnet4_5, MaxTokens = 1,
            Messages = [] };
        var ollama = new OllamaSharp.OllamaApiClient(new Uri("http://localhost"), [|model|]);
        ollama.SelectedModel = [|model|];
        _ = ollama.ChatAsync(new OllamaSharp.Models.Chat.ChatRequest { Model = [|model|] });
        _ = ollama.GenerateAsync(new OllamaSharp.Models.GenerateRequest { Model = [|model|] });
        _ = ollama.EmbedAsync(new OllamaSharp.Models.EmbedRequest { Model = [|model|] });
        _ = ollama.PullModelAsync(new OllamaSharp.Models.PullModelRequest { Model = model });
        var car = new Car { Model = model };

        class Car { public string? Model { get; set; } }
        """);

    [Fact]
    public async Task The_model_of_an_sdk_that_only_its_rows_name_is_looked_at() => await Check("""
        var model = Console.ReadLine()!;
        await new Google.GenAI.Models().GenerateContentAsync([|model|], "hi");
        await new Google.GenAI.Models().EmbedContentAsync(contents: "hi", model: [|model|]);
        await new Google.GenAI.Models().GenerateContentAsync("gemini-2.5-flash", model);
        await new Google.GenAI.Models().GetAsync(model);
        var asked = new Mistral.SDK.DTOs.ChatCompletionRequest([|model|]) { Model = [|model|] };
        var embedded = new Mistral.SDK.DTOs.EmbeddingRequest { Model = [|model|] };
        var listed = new Mistral.SDK.DTOs.ModelPermission { Model = model };
        var converse = new Amazon.BedrockRuntime.Model.ConverseRequest { ModelId = [|model|] };
        var table = new Google.Cloud.BigQuery.ModelReference { ModelId = model };

        namespace Google.GenAI
        {
            public class Models
            {
                public Task GenerateContentAsync(string model, string contents) => Task.CompletedTask;
                public Task EmbedContentAsync(string model, string contents) => Task.CompletedTask;
                public Task GetAsync(string model) => Task.CompletedTask;
            }
        }
        namespace Google.Cloud.BigQuery { public class ModelReference { public string? ModelId { get; set; } } }
        namespace Mistral.SDK.DTOs
        {
            public class ChatCompletionRequest(string model) { public string Model { get; set; } = model; }
            public class EmbeddingRequest { public string? Model { get; set; } }
            public class ModelPermission { public string? Model { get; set; } }
        }
        namespace Amazon.BedrockRuntime.Model { public class ConverseRequest { public string? ModelId { get; set; } } }
        """);

    [Fact]
    public async Task A_model_from_a_request_is_flagged()
    {
        var messages = await Check("""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.Create();
            app.MapPost("/ask", (string model, IChatClient client) => client.GetResponseAsync("hi", new ChatOptions { ModelId = [|model|] }));
            app.MapPost("/json", (Question body, IChatClient client) => client.GetResponseAsync("hi",
                new ChatOptions { ModelId = [|body.Model ?? "gpt-4o"|] }));
            app.MapGet("/raw", (HttpContext context) => new ChatOptions { ModelId = [|context.Request.Query["model"]|] });
            app.MapGet("/settings", (Settings settings) => new ChatOptions { ModelId = settings.Model });
            record Question(string? Model);
            class Settings { public string? Model { get; set; } }
            class Asks : ControllerBase
            {
                public object Ask(string model, [FromServices] Question settings) => (new ChatOptions { ModelId = [|model|] },
                    new ChatOptions { ModelId = settings.Model });
            }
            """);
        Assert.Contains("the endpoint's parameter 'model'", messages[0]);
        Assert.Contains("the HTTP request", messages[2]);
        Assert.Contains("the action's parameter 'model'", messages[3]);
    }

    [Fact]
    public async Task One_stated_model_over_calls_of_different_kinds_is_flagged()
    {
        var messages = await Check("""
            [[|AiCall("openai", "gpt-4o")|]]
            class C(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embedder)
            {
                Task Ask() => chat.GetResponseAsync("hi");
                Task Embed() => embedder.GenerateAsync(["hi"]);
                [AiCall("openai", "text-embedding-3-small")] Task Right() => embedder.GenerateAsync(["hi"]);
            }
            """);
        Assert.Equal(
            "The model 'gpt-4o' is set for calls of different kinds (chat, embeddings), which one model hardly serves; "
            + "set it on each call's member, or leave it out",
            messages[0]);
    }
}
