using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CrossTier.Pages.Tests.Support;

/// <summary>Keeps what an application logs under CrossTier's name.</summary>
sealed class LogLines : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName == "CrossTier" ? _lines : null);

    public void Dispose()
    {
    }

    sealed class Logger(ConcurrentQueue<string>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines?.Enqueue(formatter(state, exception));
    }
}
