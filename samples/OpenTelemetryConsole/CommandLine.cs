namespace CrossTier.Samples.OpenTelemetryConsole;

/// <summary>What the program was asked to do.</summary>
/// <param name="GenAI">Whether the metrics of the GenAI conventions are wanted.</param>
/// <param name="Collector">Where the metrics are sent as well; null for nowhere.</param>
sealed record CommandLine(GenAIConventions GenAI, Uri? Collector)
{
    public const string Usage = "usage: dotnet run --project samples/OpenTelemetryConsole [-- [--genai off|on|both] [--otlp http://localhost:4318]]";

    /// <summary>Null if the arguments are not understood.</summary>
    public static CommandLine? Parse(ReadOnlySpan<string> args)
    {
        var (genAI, collector) = (GenAIConventions.Off, default(Uri));
        for (; args.Length > 0; args = args[2..])
        {
            switch (args)
            {
                case ["--genai", "off" or "on" or "both", ..]:
                    genAI = Enum.Parse<GenAIConventions>(args[1], ignoreCase: true);
                    break;
                case ["--otlp", var address, ..] when Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri)
                    && uri.Scheme is "http" or "https":
                    collector = uri;
                    break;
                default:
                    return null;
            }
        }

        return new(genAI, collector);
    }
}
