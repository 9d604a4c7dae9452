namespace Azure.AI.Agents.Persistent;

static class ScriptedRuns
{
    public static Response<ThreadRun> Reply(Queue<object> answers) => Response.FromValue((ThreadRun)answers.Dequeue(), new ScriptedResponse());

    public static async Task<Response<ThreadRun>> ReplyAsync(Queue<object> answers, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return Reply(answers);
    }
}
