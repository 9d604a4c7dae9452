using System.ClientModel;

namespace Azure.AI.Agents.Persistent;

sealed class AsyncStreamingUpdateCollection(Queue<object> answers) : AsyncCollectionResult<StreamingUpdate>
{
    public override ContinuationToken? GetContinuationToken(ClientResult page) => null;

    public override async IAsyncEnumerable<ClientResult> GetRawPagesAsync()
    {
        await Task.Delay(1);
        yield return new ScriptedPage((IEnumerable<object>)answers.Dequeue());
    }

    protected override async IAsyncEnumerable<StreamingUpdate> GetValuesFromPageAsync(ClientResult page)
    {
        foreach (var update in ((ScriptedPage)page).Updates)
        {
            await Task.Delay(1);
            yield return update;
        }
    }
}
