using System.ClientModel;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Batch;
using OpenAI.Videos;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>A job is a request: it is accepted, or not. What it costs stands in its last status, where the SDK waits for that.</summary>
public sealed class JobTests
{
    [Fact]
    [AiCall("openai", "sora-2")]
    [SdkRow(
        "OpenAI", typeof(VideoClient), "CreateVideo", "CreateVideoAsync", "CreateVideoRemix", "CreateVideoRemixAsync",
        Labels = "stated, or reply's `model`", Note = "a job: the request that starts it; no tokens by nature: none is missing")]
    public async Task Videos_are_measured_where_they_are_started()
    {
        const string job = """{"id":"video_1","object":"video","model":"sora-2","status":"queued","progress":0}""";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/videos", job), Answer.Json("/remix", job));
        var videos = Clients.OpenAI(server.Address).GetVideoClient();
        videos.CreateVideo(Form(), "multipart/form-data");
        await videos.CreateVideoAsync(Form(), "multipart/form-data");
        videos.CreateVideoRemix("video_1", Form(), "application/json");
        await videos.CreateVideoRemixAsync("video_1", Form(), "application/json");
        Assert.Equal(4, server.Requests.Count);
        new Sent(4).IsRecorded("openai", "sora-2");
    }

    [Fact]
    [AiCall("openai", "batch-model")]
    [SdkRow(
        "OpenAI", typeof(BatchClient), "CreateBatch", "CreateBatchAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached, Labels = "stated",
        Note = "a job: the request that starts it, with the usage of its last status where the call waits for it; none is missing")]
    public async Task Batches_are_measured_where_they_are_started()
    {
        const string started = """{"id":"batch_1","object":"batch","endpoint":"/v1/chat/completions","status":"validating","input_file_id":"file-1","completion_window":"24h"}""";
        const string ended = """{"id":"batch_1","object":"batch","endpoint":"/v1/chat/completions","status":"completed","input_file_id":"file-1","completion_window":"24h","usage":{"input_tokens":30,"input_tokens_details":{"cached_tokens":10},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":42}}""";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/batches", started), Answer.Json("/batches/batch_1", ended));
        var batches = Clients.OpenAI(server.Address).GetBatchClient();
        batches.CreateBatch(Form(), waitUntilCompleted: false);
        await batches.CreateBatchAsync(Form(), waitUntilCompleted: false);
        await batches.CreateBatchAsync(Form(), waitUntilCompleted: true);
        new Sent(3, 30, 12) { Cached = 10 }.IsRecorded("openai", "batch-model");
    }

    static BinaryContent Form() => BinaryContent.Create(BinaryData.FromString("""{"prompt":"a cat"}"""));
}
