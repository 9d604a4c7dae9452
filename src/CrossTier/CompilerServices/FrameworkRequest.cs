using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Outcomes;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// A framework's call that makes one request after another, of which a filter sees the sides. It is a scope like that of any other layer; each
/// of its requests is counted unless one below is the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrameworkRequest
{
    readonly Lock _gate = new();
    readonly RequestSource _source;
    readonly CancellationToken _caller;
    readonly ParentScope _parent;
    readonly RequestScope _scope;
    readonly ChildRequests _children;
    RequestScope? _round;
    StreamRequest? _request;

    FrameworkRequest(CallSite site, CancellationToken caller)
    {
        _source = site.Source;
        _caller = caller;
        _parent = _source.FindParent();
        _scope = new RequestScope(new None(), _source.LabelsUnder(_parent), addressee: null, _source.Identity, client: null, parent: default)
        {
            HasRounds = true,
        };
        _children = _scope.Children;
    }

    /// <summary>Opens the scope; no request has started.</summary>
    /// <param name="site">The framework's function.</param>
    /// <param name="caller">The caller's token.</param>
    /// <returns>Null if nothing is measured in this process.</returns>
    public static FrameworkRequest? Open(CallSite site, CancellationToken caller) => Registry.IsDisabled ? null : new FrameworkRequest(site, caller);

    /// <summary>Whether a request has started and not ended.</summary>
    public bool IsInRequest => _request is not null;

    /// <summary>Begins a step of the framework's call, in the same synchronous frame as <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (LayerRegistry.MayHaveChild)
        {
            _scope.Enter();
        }
    }

    /// <summary>Ends a step.</summary>
    public void Leave() => _scope.Leave();

    /// <summary>Starts the next request.</summary>
    /// <param name="client">What the service reports of itself.</param>
    public void Begin(ClientLabels client)
    {
        lock (_gate)
        {
            if (_request is null)
            {
                var series = _source.GetSeries(client, model: null, _parent);
                _round = new RequestScope(series, _scope.Labels, addressee: null, _source.Identity, client: null, _parent);
                _round.Share(_children);
                _scope.Round = _round;
                _request = StreamRequest.Start(new Round(_round), _caller, default, mayBeWhole: true);
            }
        }
    }

    /// <summary>Reads a reply, or a part of one.</summary>
    /// <typeparam name="TChunk">The reply.</typeparam>
    /// <typeparam name="TReader">Reads it.</typeparam>
    /// <param name="chunk">The reply.</param>
    public void Chunk<TChunk, TReader>(TChunk chunk)
        where TReader : struct, IReplyReader<TChunk>
    {
        _request?.Chunk<TChunk, TReader>(chunk);
    }

    /// <summary>Ends the request as a success.</summary>
    public void Completed() => Take()?.Completed();

    /// <summary>Ends the request as cancelled: its reader stopped.</summary>
    public void Abandoned() => Take()?.Abandoned();

    /// <summary>Ends the request as failed, or as cancelled if the caller's token fired.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>Always false: made for an exception filter.</returns>
    public bool RecordFailure(Exception exception)
    {
        if (Take() is { } request)
        {
            request.RecordFailure(exception);
        }
        else
        {
            _parent.Scope?.Passed(exception, isOfTool: false);
            _parent.Hidden?.Passed(exception, isOfTool: true);
        }

        return false;
    }

    /// <summary>Takes a started request back: it was not made, or a layer below counts it.</summary>
    public void Withdraw()
    {
        lock (_gate)
        {
            if (Take() is not null)
            {
                _round!.Withdraw();
            }
        }
    }

    /// <summary>Ends the scope: nothing is handed down from now on.</summary>
    public void Close()
    {
        Withdraw();
        _scope.End(default);
    }

    StreamRequest? Take()
    {
        lock (_gate)
        {
            var request = _request;
            _request = null;
            _scope.Round = null;
            return request;
        }
    }

    /// <summary>Records one of the requests.</summary>
    sealed class Round(RequestScope request) : IRecorderSource
    {
        public Recorder GetRecorder() => request;
    }

    /// <summary>The scope around the requests is none itself.</summary>
    sealed class None : Recorder
    {
        public override void Start()
        {
        }

        public override void End(in Outcome outcome)
        {
        }

        public override void Withdraw()
        {
        }

        public override void Retried(int attempts)
        {
        }

        public override void Keep(RateLimitRemaining remaining)
        {
        }
    }
}
