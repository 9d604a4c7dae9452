namespace CrossTier.OpenTelemetry.Metering;

/// <summary>
/// Names, units, bounds and values of OpenTelemetry's semantic conventions for generative AI: all that has to change when another version
/// is taken. Source: https://github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/gen-ai-metrics.md
/// </summary>
static class GenAI
{
    public const string SchemaUrl = "https://opentelemetry.io/schemas/1.41.0";

    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string OperationDurationDescription = "GenAI operation duration.";
    public const string TokenUsage = "gen_ai.client.token.usage";
    public const string TokenUsageDescription = "Number of input and output tokens used.";
    public const string TimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
    public const string TimeToFirstChunkDescription =
        "Time to receive the first chunk, measured from when the client issues the generation request to when the first chunk is received in "
        + "the response stream.";

    public const string Seconds = "s";
    public const string Tokens = "{token}";

    public const string Input = "input";
    public const string Output = "output";

    public static double[] DurationBounds { get; } = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    public static double[] FirstChunkBounds => DurationBounds;

    public static long[] TokenBounds { get; } = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];
}
