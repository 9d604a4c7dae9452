using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>
/// Awaits a pending task and ends its request: what an async method would do, by hand, so that the one object that it allocates holds no
/// state that is known to be constant. The first and only <see cref="MoveNext"/> runs when the task has ended.
/// </summary>
struct PendingTask<TReply, TReader> : IAsyncStateMachine
    where TReader : struct, IReplyReader<TReply>
{
    AsyncTaskMethodBuilder<TReply> _builder;
    Task<TReply> _task;
    StartedRequest _request;

    public static Task<TReply> Of(Task<TReply> task, StartedRequest request)
    {
        var machine = new PendingTask<TReply, TReader> { _builder = AsyncTaskMethodBuilder<TReply>.Create(), _task = task, _request = request };
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        machine._builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        return machine._builder.Task;
    }

    public void MoveNext()
    {
        TReply reply;
        try
        {
            reply = _task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            _request.RecordFailure(e);
            if (!FaultedTask.TryEndAs(_builder.Task, _task))
            {
                _builder.SetException(e);
            }

            return;
        }

        _request.Succeeded<TReply, TReader>(reply);
        _builder.SetResult(reply);
    }

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }
}
