using System.ClientModel.Primitives;

namespace Azure.AI.Agents.Persistent;

sealed class ScriptedPipelineResponse : PipelineResponse
{
    public override int Status => 200;

    public override string ReasonPhrase => "OK";

    public override Stream? ContentStream { get; set; }

    public override BinaryData Content => BinaryData.FromString("");

    protected override PipelineResponseHeaders HeadersCore { get; } = new ScriptedHeaders();

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Content);

    public override void Dispose()
    {
    }
}
