using System.Globalization;

namespace CrossTier.Samples.QuickStart;

/// <summary>What the program was asked to do.</summary>
/// <param name="Serve">Whether to keep the metrics page up after the calls.</param>
/// <param name="Port">The page's port on the loopback interface.</param>
sealed record CommandLine(bool Serve, int Port)
{
    public const string Usage = "usage: dotnet run --project samples/QuickStart [-- --serve [--port 1-65535]]";

    const int DefaultPort = 9464; // What Prometheus exporters of applications commonly use.

    /// <summary>Null if the arguments are not understood.</summary>
    public static CommandLine? Parse(string[] args) => args switch
    {
        [] => new(Serve: false, DefaultPort),
        ["--serve"] => new(Serve: true, DefaultPort),
        ["--serve", "--port", var text] when PortOf(text) is { } port => new(Serve: true, port),
        _ => null,
    };

    static int? PortOf(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;
}
