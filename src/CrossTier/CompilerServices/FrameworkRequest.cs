using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Outcomes;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// A framework's call that makes one request after another, of which a filter sees the sides. It is a scope like that of any other layer: once
/// a layer below has taken it, that layer counts and nothing is recorded here.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrameworkRequest
{
    readonly Lock _gate = new();
    readonly RequestSource _source;
    readonly CancellationToken _caller;
    readonly ParentScope _parent;
    readonly RequestScope _scope;
    Series? _series;
    StreamRequest? _request;

    FrameworkRequest(CallSite site, CancellationToken caller)
    {
        _source = site.Source;
        _caller = caller;
        _parent = _source.TakeParent();
        _scope = new RequestScope(new Counter(this), _source.LabelsUnder(_parent), addressee: null);
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

    /// <summary>Starts the next request, unless a layer below counts them.</summary>
    /// <param name="client">What the service reports of itself.</param>
    public void Begin(ClientLabels client)
    {
        lock (_gate)
        {
            if (_request is null && !_scope.IsTaken)
            {
                _series = _source.GetSeries(client, model: null, _parent);
                _request = new StreamSource(_series, _caller).Start();
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
        Take()?.RecordFailure(exception);
        return false;
    }

    /// <summary>Takes a started request back: it was not made, or a layer below counts it.</summary>
    public void Withdraw()
    {
        lock (_gate)
        {
            if (Take() is not null)
            {
                _series!.Withdraw();
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
            return request;
        }
    }

    /// <summary>What the scope asks to count: each request does so itself, and goes when the scope is taken.</summary>
    sealed class Counter(FrameworkRequest loop) : Recorder
    {
        public override void Start()
        {
        }

        public override void End(in Outcome outcome)
        {
        }

        public override void Withdraw() => loop.Withdraw();

        public override void Retried(int attempts) => loop._series?.Retried(attempts);

        public override void Keep(RateLimitRemaining remaining) => loop._series?.Keep(remaining);
    }
}
