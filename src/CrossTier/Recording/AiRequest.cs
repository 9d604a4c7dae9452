using System.ComponentModel;
using System.Diagnostics;
using CrossTier.Layers;
using CrossTier.Outcomes;

namespace CrossTier.Recording;

/// <summary>
/// One request between its start and its end, which exactly one of its methods records. The default value records nothing. Called by
/// generated code; what is handed in comes back unchanged.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AiRequest
{
    readonly Recorder? _recorder;
    readonly CancellationToken _caller;
    readonly long _started;

    AiRequest(Recorder recorder, CancellationToken caller)
    {
        _recorder = recorder;
        _caller = caller;
        _started = Stopwatch.GetTimestamp();
    }

    internal static AiRequest Start(Series series, CancellationToken caller)
    {
        series.Start();
        return new AiRequest(series, caller);
    }

    /// <summary>Starts a request that may have layers below it: it is ambient until the call has returned.</summary>
    internal static AiRequest Start(Recorder recorder, CancellationToken caller)
    {
        recorder.Start();
        (recorder as RequestScope)?.Enter();
        return new AiRequest(recorder, caller);
    }

    /// <summary>Ends a synchronous request with its reply.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="reply">The reply.</param>
    public TReply Track<TReply, TReader>(TReply reply)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_recorder is not null)
        {
            Succeeded(ReplyReading.Of<TReply, TReader>(reply));
        }

        return reply;
    }

    /// <summary>Ends the request when the task ends. A task that has ended is handed back itself.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="task">The call's task.</param>
    public Task<TReply> Track<TReply, TReader>(Task<TReply> task)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_recorder is null || task is null)
        {
            Succeeded(default);
            return task!;
        }

        Return();
        if (!task.IsCompleted)
        {
            return PendingTask<TReply, TReader>.Of(task, this);
        }

        if (task.IsCompletedSuccessfully)
        {
            Succeeded(ReplyReading.Of<TReply, TReader>(task.Result));
        }
        else
        {
            Failed(ExceptionOf(task));
        }

        return task;
    }

    /// <summary>Ends the request when the task ends.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="task">The call's task.</param>
    public ValueTask<TReply> Track<TReply, TReader>(ValueTask<TReply> task)
        where TReader : struct, IReplyReader<TReply>
    {
        if (_recorder is null)
        {
            return task;
        }

        Return();
        if (task.IsCompletedSuccessfully)
        {
            return new ValueTask<TReply>(Track<TReply, TReader>(task.Result));
        }

        return Await(this, task);

        static async ValueTask<TReply> Await(AiRequest request, ValueTask<TReply> task)
        {
            try
            {
                return request.Track<TReply, TReader>(await task.ConfigureAwait(false));
            }
            catch (Exception e) when (request.Failed(e))
            {
                throw;
            }
        }
    }

    /// <summary>Ends the request when the task ends; there is no reply to read.</summary>
    /// <param name="task">The call's task.</param>
    public Task Track(Task task)
    {
        if (_recorder is null || task is null)
        {
            Succeeded(default);
            return task!;
        }

        Return();
        if (!task.IsCompleted)
        {
            return Await(this, task);
        }

        if (task.IsCompletedSuccessfully)
        {
            Succeeded(default);
        }
        else
        {
            Failed(ExceptionOf(task));
        }

        return task;

        static async Task Await(AiRequest request, Task task)
        {
            try
            {
                await task.ConfigureAwait(false);
                request.Succeeded(default);
            }
            catch (Exception e) when (request.Failed(e))
            {
                throw;
            }
        }
    }

    /// <summary>Ends the request when the task ends; there is no reply to read.</summary>
    /// <param name="task">The call's task.</param>
    public ValueTask Track(ValueTask task)
    {
        if (_recorder is null)
        {
            return task;
        }

        Return();
        if (task.IsCompletedSuccessfully)
        {
            Succeeded(default);
            return task;
        }

        return new ValueTask(Track(task.AsTask()));
    }

    /// <summary>Ends the request as a success with nothing to read.</summary>
    public void Succeeded() => Succeeded(default);

    /// <summary>Ends the request as failed, or as cancelled if the caller's token fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <returns>Always false.</returns>
    public bool Failed(Exception exception)
    {
        if (_recorder is { } recorder)
        {
            var status = ErrorClassifier.StatusOf(exception, _caller);
            recorder.End(new Outcome(status, ErrorClassifier.KindOf(exception), Elapsed, FirstTokenTicks: null, default, ProducedOutput: false));
        }

        return false;
    }

    internal void Succeeded(in Reading reading) =>
        _recorder?.End(new Outcome(RequestStatus.Success, default, Elapsed, FirstTokenTicks: null, reading, ProducedOutput: true));

    /// <summary>The call has returned, in the frame that started it: what it calls from now on is not below it.</summary>
    void Return()
    {
        if (_recorder is not Series)
        {
            (_recorder as RequestScope)?.Leave();
        }
    }

    long Elapsed => Stopwatch.GetTimestamp() - _started;

    static Exception ExceptionOf(Task task) => task.Exception is { } failure ? failure : new TaskCanceledException(task);
}
