using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>Awaits a pending <see cref="ValueTask{TResult}"/> and ends its request, as <see cref="PendingTask{TReply,TReader}"/> does with a task.</summary>
struct PendingValueTask<TReply, TReader> : IAsyncStateMachine
    where TReader : struct, IReplyReader<TReply>
{
    AsyncTaskMethodBuilder<TReply> _builder;
    ValueTask<TReply> _task;
    StartedRequest _request;

    public static Task<TReply> Of(ValueTask<TReply> task, StartedRequest request)
    {
        var machine = new PendingValueTask<TReply, TReader> { _builder = AsyncTaskMethodBuilder<TReply>.Create(), _task = task, _request = request };
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        machine._builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        return machine._builder.Task;
    }

    public void MoveNext()
    {
        // What has failed has no result to lose, and is a task with all its exceptions.
        var failed = _task.IsFaulted ? _task.AsTask() : null;
        TReply reply;
        try
        {
            reply = failed is null ? _task.GetAwaiter().GetResult() : failed.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            _request.RecordFailure(e);
            if (failed is null || !FaultedTask.TryEndAs(_builder.Task, failed))
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
