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

    public const string OperationName = "gen_ai.operation.name";
    public const string ProviderName = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string ResponseModel = "gen_ai.response.model";
    public const string TokenType = "gen_ai.token.type";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    public const string Input = "input";
    public const string Output = "output";

    /// <summary>A value of our own: the caller's token fired, or the caller stopped reading.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>An error that has no better name.</summary>
    const string OtherError = "_OTHER";

    public static double[] DurationBounds { get; } = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    public static double[] FirstChunkBounds => DurationBounds;

    public static long[] TokenBounds { get; } = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

    /// <summary>The conventions' name of a <c>provider</c> label; what they do not name keeps its own.</summary>
    public static string ProviderOf(string provider) => provider switch
    {
        "azure" => "azure.ai.openai",
        "bedrock" => "aws.bedrock",
        "google" => "gcp.gen_ai",
        "mistral" => "mistral_ai",
        "watsonx" => "ibm.watsonx.ai",
        "xai" => "x_ai",
        _ => provider,
    };

    /// <summary>The conventions' <c>error.type</c> of an <c>error</c> label.</summary>
    public static string ErrorOf(string error) => error == "other" ? OtherError : error;
}
