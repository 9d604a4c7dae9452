using CrossTier.CompilerServices;
using Microsoft.Extensions.Logging;

namespace CrossTier.Hosting;

/// <summary>Makes the log of a host that of CrossTier. Source of the packages that are handed the services of one.</summary>
static partial class HostLogger
{
    /// <summary>Takes the log of these services, if they have one.</summary>
    public static void Use(IServiceProvider? services)
    {
        if (services?.GetService(typeof(ILoggerFactory)) is ILoggerFactory factory)
        {
            var log = factory.CreateLogger("CrossTier");
            HostLog.Use(line => Inform(log, line), line => Warn(log, line));
        }
    }

    [LoggerMessage(2, LogLevel.Information, "{Line}")]
    static partial void Inform(ILogger log, string line);

    [LoggerMessage(3, LogLevel.Warning, "{Line}")]
    static partial void Warn(ILogger log, string line);
}
