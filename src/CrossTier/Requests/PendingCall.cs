using System.Runtime.CompilerServices;

namespace CrossTier.Requests;

/// <summary>Awaits a pending task without a reply and ends its request, as <see cref="PendingTask{TReply,TReader}"/> does with one.</summary>
struct PendingCall : IAsyncStateMachine
{
    AsyncTaskMethodBuilder _builder;
    Task _task;
    StartedRequest _request;

    public static Task Of(Task task, StartedRequest request)
    {
        var machine = new PendingCall { _builder = AsyncTaskMethodBuilder.Create(), _task = task, _request = request };
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        machine._builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        return machine._builder.Task;
    }

    public void MoveNext()
    {
        try
        {
            _task.GetAwaiter().GetResult();
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

        _request.Succeeded();
        _builder.SetResult();
    }

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }
}
