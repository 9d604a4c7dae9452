using System.Diagnostics;

using CrossTier.Conventions;
using CrossTier.Counting;
using CrossTier.Protocols;

namespace CrossTier.Tracing;

/// <summary>Sources of other libraries that make spans of the same requests.</summary>
static class OtherSources
{
    // Made around a client, by middleware above ours: the span that is current is that of the request.
    static readonly string[] Around = ["Experimental.Microsoft.Extensions.AI", "Experimental.Microsoft.Agents.AI"];

    // Made below, by SDKs that cannot be asked: the source, its switches, and what it sees.
    static readonly SdkSource[] Below =
    [
        new("OpenAI.ChatClient", ["OpenAI.Experimental.EnableOpenTelemetry"], "OPENAI_EXPERIMENTAL_ENABLE_OPEN_TELEMETRY", ["openai", "azure.ai.openai"]),
        new("OpenAI.ResponsesClient", ["OpenAI.Experimental.EnableOpenTelemetry"], "OPENAI_EXPERIMENTAL_ENABLE_OPEN_TELEMETRY", ["openai", "azure.ai.openai"]),
        new(
            "Azure.AI.Inference.ChatCompletionsClient",
            ["Azure.Experimental.EnableActivitySource"],
            "AZURE_EXPERIMENTAL_ENABLE_ACTIVITY_SOURCE",
            ["azure.ai.inference", "azure.ai.openai"]),
        new(
            "Microsoft.SemanticKernel.Diagnostics",
            [
                "Microsoft.SemanticKernel.Experimental.GenAI.EnableOTelDiagnostics",
                "Microsoft.SemanticKernel.Experimental.GenAI.EnableOTelDiagnosticsSensitive",
            ],
            "SEMANTICKERNEL_EXPERIMENTAL_GENAI_ENABLE_OTEL_DIAGNOSTICS",
            Providers: null),
    ];

    /// <summary>Whether what is current is a span of the request that is about to start.</summary>
    public static bool HasSpan(SpanHead head) =>
        Activity.Current is { } current && Around.Contains(current.Source.Name)
        && current.GetTagItem(GenAIAttributes.OperationName) is string operation && operation == head.Operation;

    /// <summary>Whether an SDK is going to make one. None of them makes any of embeddings.</summary>
    public static bool MakesSpanBelow(SpanHead head) => head.Operation == OperationNames.Chat && Array.Exists(Below, source => source.MakesSpan(head));
}
