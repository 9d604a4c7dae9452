using System.Diagnostics;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>Takes the events of .NET's HTTP handlers and does nothing with them.</summary>
sealed class HttpEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly string? _name;
    readonly IDisposable _listeners;
    IDisposable? _events;

    /// <param name="name">The one event; null for all.</param>
    public HttpEvents(string? name)
    {
        _name = name;
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            _events = _name is null ? value.Subscribe(this) : value.Subscribe(this, name => name == _name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _events?.Dispose();
        _listeners.Dispose();
    }
}
