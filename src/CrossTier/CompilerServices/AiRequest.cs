using System.ComponentModel;
using System.Runtime.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// One request, as the synchronous frame that starts it and makes the call holds it; exactly one of its methods records the end. The default
/// value records nothing. Called by generated code; what is handed in comes back unchanged.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AiRequest
{
    readonly StartedRequest _request;
    readonly Cell? _cell; // of this thread, where a success can be counted on the spot

    AiRequest(StartedRequest request, Cell? cell)
    {
        _request = request;
        _cell = cell;
    }

    internal static AiRequest Start(Series series, CancellationToken caller)
    {
        // The clock is read first: the processor waits at it for all before, and finds the cell while it works on the call.
        var request = new StartedRequest(series, caller);
        return new AiRequest(request, series.StartHere());
    }

    /// <summary>Starts a request that may have layers below it: it is ambient until the call has returned.</summary>
    internal static AiRequest Start(Recorder recorder, CancellationToken caller)
    {
        recorder.Start();
        (recorder as RequestScope)?.Enter();
        return new AiRequest(new StartedRequest(recorder, caller), cell: null);
    }

    /// <summary>Ends a synchronous request with its reply.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="reply">The reply.</param>
    public TReply Measure<TReply, TReader>(TReply reply)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_cell is { } cell && SeriesObservers.All is null)
        {
            ReplyReading reading = default;
            if (!TReader.IsGuarded)
            {
                GuardedReplyReader.Add<TReply, TReader>(reply, ref reading);
            }
            else if (reply is not null)
            {
                TReader.Read(reply, ref reading);
            }

            if (reading.HasRare)
            {
                _request.Recorder!.Succeed(_request.Elapsed, reading);
                return reply;
            }

            cell.Succeed(_request.Elapsed, reading);
            return reply;
        }

        return _request.Succeeded<TReply, TReader>(reply);
    }

    /// <summary>Ends the request when the task ends. A task that has ended is handed back itself.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="task">The call's task.</param>
    public Task<TReply> Measure<TReply, TReader>(Task<TReply> task)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_cell is not null && task is { IsCompletedSuccessfully: true })
        {
            Measure<TReply, TReader>(task.Result);
            return task;
        }

        return MeasureUnfinished<TReply, TReader>(task);
    }

    /// <summary>Ends the request when the task ends.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="task">The call's task.</param>
    public ValueTask<TReply> Measure<TReply, TReader>(ValueTask<TReply> task)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_request.Recorder is null)
        {
            return task;
        }

        Return();
        return task.IsCompletedSuccessfully
            ? new ValueTask<TReply>(Measure<TReply, TReader>(task.Result))
            : new ValueTask<TReply>(MeasureUnfinished<TReply, TReader>(task.AsTask()));
    }

    /// <summary>Ends the request when the task ends; there is no reply to read.</summary>
    /// <param name="task">The call's task.</param>
    public Task Measure(Task task)
    {
        if (_request.Recorder is null || task is null)
        {
            Succeeded();
            return task!;
        }

        Return();
        if (!task.IsCompleted)
        {
            return PendingCall.Of(task, _request);
        }

        if (task.IsCompletedSuccessfully)
        {
            Succeeded();
        }
        else
        {
            RecordFailure(ExceptionOf(task));
        }

        return task;
    }

    /// <summary>Ends the request when the task ends; there is no reply to read.</summary>
    /// <param name="task">The call's task.</param>
    public ValueTask Measure(ValueTask task)
    {
        if (_request.Recorder is null)
        {
            return task;
        }

        Return();
        if (task.IsCompletedSuccessfully)
        {
            Succeeded();
            return task;
        }

        return new ValueTask(Measure(task.AsTask()));
    }

    /// <summary>Ends the request as a success with nothing to read.</summary>
    public void Succeeded() => _request.Succeeded();

    /// <summary>The same for a request without tokens by nature, such as sound that comes through a callback.</summary>
    public void SucceededWithoutTokens() => _request.SucceededWithoutTokens();

    /// <summary>Ends the request as failed, or as cancelled if the caller's token fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception) => _request.RecordFailure(exception);

    [MethodImpl(MethodImplOptions.NoInlining)] // Off the way of a reply that has come.
    Task<TReply> MeasureUnfinished<TReply, TReader>(Task<TReply> task)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_request.Recorder is null || task is null)
        {
            Succeeded();
            return task!;
        }

        Return();
        if (!task.IsCompleted)
        {
            return PendingTask<TReply, TReader>.Of(task, _request);
        }

        if (task.IsCompletedSuccessfully)
        {
            Measure<TReply, TReader>(task.Result);
        }
        else
        {
            RecordFailure(ExceptionOf(task));
        }

        return task;
    }

    /// <summary>The call has returned, in the frame that started it: what it calls from now on is not below it.</summary>
    internal void Return()
    {
        if (_request.Recorder is not Series)
        {
            (_request.Recorder as RequestScope)?.Leave();
        }
    }

    /// <summary>Whether it is recorded.</summary>
    internal bool IsOn => _request.Recorder is not null;

    /// <summary>Goes on as the reading of a stream that the reply has opened.</summary>
    internal StreamRequest Continue() => _request.Continue();

    static Exception ExceptionOf(Task task) => task.Exception is { } failure ? failure : new TaskCanceledException(task);
}
