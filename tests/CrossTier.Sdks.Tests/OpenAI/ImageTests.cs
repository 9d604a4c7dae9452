using System.ClientModel;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Images;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Images of the OpenAI SDK: newer models tell tokens, older ones have none, and none are missing then.</summary>
public sealed class ImageTests
{
    const string Usage = """{"total_tokens":30,"input_tokens":10,"output_tokens":20,"input_tokens_details":{"text_tokens":10,"image_tokens":0}}""";

    const string Told = """{"created":1767225600,"data":[{"b64_json":"aGk="},{"b64_json":"aGk="}],"usage":""" + Usage + "}";

    static BinaryContent Body(string model) => BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{model}}","prompt":"a cat"}"""));

    static MemoryStream Picture => new([1, 2, 3]);

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(ImageClient),
        "GenerateImage", "GenerateImageAsync", "GenerateImages", "GenerateImagesAsync",
        "GenerateImageEdit", "GenerateImageEditAsync", "GenerateImageEdits", "GenerateImageEditsAsync",
        "GenerateImageVariation", "GenerateImageVariationAsync", "GenerateImageVariations", "GenerateImageVariationsAsync",
        Usage = UsageKinds.Tokens, Labels = "client's `Model`", Note = "none is missing where a model has no tokens")]
    public async Task Images_generated_edited_and_varied_are_measured()
    {
        const string model = "openai-images";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("", Told));
        var client = Clients.OpenAI(server.Address).GetImageClient(model);
        await client.GenerateImageAsync("a cat");
        client.GenerateImage("a cat");
        Assert.Equal(2, (await client.GenerateImagesAsync("a cat", 2)).Value.Count);
        client.GenerateImages(Body(model));
        await client.GenerateImageEditAsync(Picture, "a.png", "a dog");
        client.GenerateImageEdit(Picture, "a.png", "a dog");
        await client.GenerateImageEditsAsync(Picture, "a.png", "a dog", 2);
        client.GenerateImageEdits(Picture, "a.png", "a dog", 2);
        await client.GenerateImageVariationAsync(Picture, "a.png");
        client.GenerateImageVariation(Picture, "a.png");
        await client.GenerateImageVariationsAsync(Picture, "a.png", 2);
        client.GenerateImageVariations(Picture, "a.png", 2);
        new Sent(12, 120, 240).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    public async Task A_model_without_tokens_misses_none()
    {
        const string model = "openai-images-without-tokens";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("", """{"created":1767225600,"data":[{"url":"http://localhost/a.png"}]}"""));
        var client = Clients.OpenAI(server.Address).GetImageClient(model);
        await client.GenerateImageAsync("a cat");
        client.GenerateImages("a cat", 2);
        new Sent(2).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(ImageClient),
        "GenerateImagesStreamingAsync",
        "GenerateImageEditsStreamingAsync",
        Usage = UsageKinds.Tokens,
        Labels = "client's `Model`")]
    public async Task Partial_images_come_as_raw_events()
    {
        const string model = "openai-image-events";
        await using var server = await ScriptedServer.StartAsync(Answer.Events("",
            """{"type":"image_generation.partial_image","b64_json":"aGk=","partial_image_index":0}""",
            """{"type":"image_generation.completed","b64_json":"aGk=","usage":""" + Usage + "}"));
        var client = Clients.OpenAI(server.Address).GetImageClient(model);
        Assert.Equal(2, (await (await client.GenerateImagesStreamingAsync(Body(model))).ToListAsync()).Count);
        Assert.Equal(2, (await (await client.GenerateImageEditsStreamingAsync(Body(model), "application/json")).ToListAsync()).Count);
        new Sent(2, 20, 40) { FirstTokens = 2 }.IsRecorded("openai-compatible", model);
    }
}
