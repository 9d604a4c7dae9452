namespace CrossTier.Protocols;

/// <summary>The objects of a reply or chunk that hold its token counts. A dot goes one object deeper.</summary>
static class UsageHolders
{
    /// <summary>On the wire; the reply itself is one too.</summary>
    public static readonly string[] Json =
    [
        "usage", "usageMetadata", "response.usage", "message.usage", "metadata.usage", "delta.usage", "details", "amazon-bedrock-invocationMetrics",
        "x_groq.usage", InChoice, "stats",
    ];

    /// <summary>In chunks of chat completions, beside the place that the protocol has for it.</summary>
    public static readonly string[] InChunks = ["x_groq.usage", InChoice];

    /// <summary>Moonshot's, which stands in a list.</summary>
    public const string InChoice = "choices.usage";

    /// <summary>What an event of a stream holds the response in, in SDKs' types.</summary>
    public static readonly string[] Responses = ["Response", "Message"];

    /// <summary>In SDKs' types, in the order in which they are tried.</summary>
    public static readonly string[] Members = ["Usage", "TokenUsage", "UsageDetails", "UsageMetadata", "Response.Usage", "Message.Usage", "Value.Usage"];
}
