using System.ClientModel;

namespace Azure.AI.Agents.Persistent;

sealed class StreamingUpdateCollection(Queue<object> answers) : CollectionResult<StreamingUpdate>
{
    public override ContinuationToken? GetContinuationToken(ClientResult page) => null;

    public override IEnumerable<ClientResult> GetRawPages() => [new ScriptedPage((IEnumerable<object>)answers.Dequeue())];

    protected override IEnumerable<StreamingUpdate> GetValuesFromPage(ClientResult page) => ((ScriptedPage)page).Updates;
}
