using System.ClientModel;

namespace Azure.AI.Agents.Persistent;

// As in the SDK, a stream is one page.
sealed class ScriptedPage(IEnumerable<object> updates) : ClientResult(new ScriptedPipelineResponse())
{
    public IEnumerable<StreamingUpdate> Updates { get; } = updates.Cast<StreamingUpdate>();
}
