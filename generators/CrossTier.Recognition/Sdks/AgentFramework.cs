using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Microsoft Agent Framework.</summary>
static class AgentFramework
{
    const string Namespace = "Microsoft.Agents.AI";
    const string Workflows = Namespace + ".Workflows";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        IsFramework = true,
        Rows =
        [
            .. Methods(Namespace + ".AIAgent", Chat, null, "RunAsync", "RunStreamingAsync"),
            .. Methods(Namespace + ".ChatClientAgent", Chat, null, "RunAsync", "RunStreamingAsync"),
            .. OfAgents(
            [
                .. Methods(
                    Workflows + ".InProcessExecution", Chat, null,
                    "RunAsync", "RunStreamingAsync", "OpenStreamingAsync", "ResumeAsync", "ResumeStreamingAsync"),
                .. Methods(
                    Workflows + ".IWorkflowExecutionEnvironment", Chat, null,
                    "RunAsync", "RunStreamingAsync", "OpenStreamingAsync", "ResumeAsync", "ResumeStreamingAsync"),
                .. Methods(Workflows + ".Run", Chat, null, "ResumeAsync"),
                .. Methods(Workflows + ".StreamingRun", Chat, null, "TrySendMessageAsync", "SendResponseAsync", "WatchStreamAsync"),
            ]),
        ],
        ClientServices =
        [
            // An agent over a chat client hands questions about services on to it.
            new(Namespace + ".AIAgent", ExtensionsAI.ChatClientMetadata) { Options = ExtensionsAI.ChatOptions, AgentMetadata = Namespace + ".AIAgentMetadata" },
        ],
        RequestOptions =
        [
            // The one kind of an agent's options that names a model.
            new(Namespace + ".AgentRunOptions", "ChatOptions.ModelId", Derived: Namespace + ".ChatClientAgentRunOptions"),
            new(Namespace + ".ChatClientAgentRunOptions", "ChatOptions.ModelId", Derived: Namespace + ".ChatClientAgentRunOptions"),
        ],
        ContentList = ExtensionsAI.Contents with { Chunks = [Namespace + ".AgentResponseUpdate"] },
        ModelDetours =
        [
            new(Namespace + ".AgentResponseUpdate", "ModelId", "RawRepresentation", ExtensionsAI.ChatResponseUpdate),
            new(Namespace + ".AgentResponse", "ModelId", "RawRepresentation", ExtensionsAI.ChatResponse, IsInherited: true),
        ],
    };
}
