using System.Diagnostics;
using CrossTier.Counting;
using CrossTier.Nesting;

namespace CrossTier.SafetyNet;

/// <summary>
/// Sees each request that leaves through .NET's own HTTP handlers. Of their events it takes the one that starts no activity, so requests keep their
/// headers and <see cref="Activity.Current"/> is what it was.
/// </summary>
/// <param name="detector">Is shown the requests.</param>
/// <param name="mode">What holds unless something else is set.</param>
/// <param name="source">The name under which .NET's handlers report.</param>
sealed class HttpRequestListener(UnmeasuredRequestDetector detector, AiSafetyNet mode, string source = "HttpHandlerDiagnosticListener")
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    const string RequestEvent = "System.Net.Http.Request";
    const string Id = "safety-net";

    readonly Lock _gate = new();
    readonly RequestPayload _payload = new();
    IDisposable? _listeners;
    List<IDisposable> _events = [];
    bool _isBroken;
    volatile AiSafetyNet _mode = mode;

    public static HttpRequestListener Shared { get; } = new(
        new UnmeasuredRequestDetector(Registry.Shared),
        Settings.OfProcess.Choice(Settings.SafetyNet, AiSafetyNet.On));

    /// <summary>What is counted. Setting it starts or stops it.</summary>
    public AiSafetyNet Mode
    {
        get => _mode;
        set
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            _mode = value;
            Dispose();
            Start();
        }
    }

    /// <summary>Starts to listen, unless it does so, is off or has stopped because it could not.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_listeners is not null || _mode == AiSafetyNet.Off || Registry.IsDisabled || _isBroken)
            {
                return;
            }

            if (_mode == AiSafetyNet.Exact)
            {
                LayerRegistry.Register(LayerKind.SafetyNet);
            }

            _listeners = DiagnosticListener.AllListeners.Subscribe(this);
        }

        if (!IsReported())
        {
            Warnings.Once(Id, "System.Net.Http.EnableActivityPropagation is off: requests that nothing measures are not seen, and not counted.");
        }
    }

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _listeners?.Dispose();
            _events.ForEach(static events => events.Dispose());
            (_listeners, _events) = (null, []);
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == source)
        {
            lock (_gate)
            {
                _events.Add(value.Subscribe(this, static name => name == RequestEvent));
            }
        }
    }

    // Where something else listens too, all events come here.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RequestEvent || _isBroken)
        {
            return;
        }

        try
        {
            if (_payload.Read(value.Value) is { } request)
            {
                detector.Leaves(request, _mode == AiSafetyNet.Exact);
            }
            else
            {
                Break("this version of .NET reports requests in another form");
            }
        }
        catch (Exception e)
        {
            // The application's request goes on whatever happens here.
            Break(e.GetType().Name);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    void Break(string reason)
    {
        _isBroken = true;
        Dispose();
        Warnings.Once($"{Id}:{reason}", $"requests that nothing measures are not counted any more: {reason}.");
    }

    // As System.Net.Http itself decides it.
    static bool IsReported() =>
        AppContext.TryGetSwitch("System.Net.Http.EnableActivityPropagation", out var isOn) ? isOn
        : Environment.GetEnvironmentVariable("DOTNET_SYSTEM_NET_HTTP_ENABLEACTIVITYPROPAGATION") is not { } text
            || !(text == "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase));
}
