using System.Reflection;
using CrossTier.Protocols;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;

namespace CrossTier.Generators.Tests;

/// <summary>One operation has one name, whether a row of an SDK is measured or the HTTP request that it sends.</summary>
public sealed class OperationTests
{
    // Where the methods of a type send their requests, in the words of EndpointShapes; null for what no shape is of.
    static readonly (string Member, string? Path)[] Requests =
    [
        ("OpenAI.Chat.ChatClient.", "chat/completions"),
        ("OpenAI.Responses.", "{api}/responses"),
        ("OpenAI.Decisions.", null),
        ("OpenAI.Assistants.", null), // Runs, whose replies are asked for later.
        ("OpenAI.Embeddings.", "{api}/embeddings"),
        ("OpenAI.Images.ImageClient.GenerateImageEdit", "images/edits"),
        ("OpenAI.Images.ImageClient.GenerateImageVariation", "images/variations"),
        ("OpenAI.Images.ImageClient.", "images/generations"),
        ("OpenAI.Audio.AudioClient.GenerateSpeech", "audio/speech"),
        ("OpenAI.Audio.AudioClient.Translate", "audio/translations"),
        ("OpenAI.Audio.AudioClient.", "audio/transcriptions"),
        ("OpenAI.Moderations.", "{api}/moderations"),
        ("Anthropic.", "{version}/messages"),
        ("Azure.AI.Inference.ChatCompletionsClient.", "chat/completions"),
        ("Azure.AI.Inference.EmbeddingsClient.", "{api}/embeddings"),
        ("Azure.AI.Inference.ImageEmbeddingsClient.", null),
        ("Amazon.BedrockRuntime.IAmazonBedrockRuntime.ConverseStream", "model/{model}/converse-stream"),
        ("Amazon.BedrockRuntime.IAmazonBedrockRuntime.Converse", "model/{model}/converse"),
        ("Amazon.BedrockRuntime.IAmazonBedrockRuntime.InvokeModelWith", "model/{model}/invoke-with-response-stream"),
        ("Amazon.BedrockRuntime.IAmazonBedrockRuntime.InvokeModel", "model/{model}/invoke"),
        ("Google.GenAI.Models.GenerateContentStream", "{model}:streamGenerateContent"),
        ("Google.GenAI.Models.GenerateContent", "{model}:generateContent"),
        ("Google.GenAI.Models.EmbedContent", "{model}:batchEmbedContents"),
        ("Mscc.GenerativeAI.GenerativeModel.GenerateContentStream", "{model}:streamGenerateContent"),
        ("Mscc.GenerativeAI.GenerativeModel.GenerateContent", "{model}:generateContent"),
        ("Mscc.GenerativeAI.GenerativeModel.EmbedContent", "{model}:batchEmbedContents"),
        ("Azure.AI.Agents.Persistent.", null), // Runs, as those of assistants.
        ("Google.GenAI.AsyncSession.", null), // Over a socket.
        ("Google.GenAI.Models.", null), // Images of other models, which have a path of their own.
        ("OpenAI.Realtime.", null), // Over a socket.
        ("OpenAI.Videos.", null), // A job, as those below.
        ("OpenAI.Batch.", null),
        ("Betalgo.Ranul.OpenAI.Interfaces.IChatCompletionService", "chat/completions"),
        ("Betalgo.Ranul.OpenAI.Interfaces.ICompletionService", "{api}/completions"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IEmbeddingService", "{api}/embeddings"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IImageService.CreateImageEdit", "images/edits"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IImageService.CreateImageVariation", "images/variations"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IImageService.", "images/generations"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IAudioService.CreateSpeech", "audio/speech"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IAudioService.CreateTranslation", "audio/translations"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IAudioService.", "audio/transcriptions"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IModerationService", "{api}/moderations"),
        ("Betalgo.Ranul.OpenAI.Interfaces.IBatchService", null),
        ("ModelContextProtocol.", null), // Over the protocol's own connection.
        ("LLama.", null), // In the process, as the three below.
        ("Microsoft.AI.Foundry.Local.", null),
        ("Whisper.net.", null),
        ("Microsoft.ML.OnnxRuntimeGenAI.", null),
        ("Mistral.SDK.Completions.", "chat/completions"),
        ("Mistral.SDK.Embeddings.", "{api}/embeddings"),
        ("OllamaSharp.IOllamaApiClient.Generate", "api/generate"),
        ("OllamaSharp.OllamaApiClientExtensions.Generate", "api/generate"),
        ("OllamaSharp.IOllamaApiClient.Embed", "api/embed"),
        ("OllamaSharp.OllamaApiClientExtensions.Embed", "api/embed"),
        ("OllamaSharp.", "api/chat"),
    ];

    // OpenTelemetry's well-known values, and the one that it has none for.
    static readonly string[] Names =
        [.. typeof(OperationNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void A_row_and_the_request_that_it_sends_have_one_operation() => Assert.All(ApiCatalogue.Rows.Where(row => row.Provider is not null), row =>
    {
        var (member, path) = Requests.FirstOrDefault(known => row.Id.StartsWith(known.Member, StringComparison.Ordinal));
        Assert.True(member is not null, row.Id);
        if (path is not null)
        {
            Assert.Equal(EndpointShapes.All.Single(shape => shape.Paths.Contains(path)).Operation, NameOf(row));
        }
    });

    [Fact]
    public void Each_operation_is_in_the_words_of_the_conventions()
    {
        Assert.All(EndpointShapes.All, shape => Assert.Contains(shape.Operation, Names));
        Assert.All(ApiCatalogue.Rows, row => Assert.Contains(NameOf(row), Names));
        Assert.Equal(["chat", "embeddings", "generate_content", "moderation", "text_completion"], Names.Order(StringComparer.Ordinal));
    }

    static string NameOf(ApiRow row) => row.Operation.ConventionName() ?? OperationNames.Chat;
}
