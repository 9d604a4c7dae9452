using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Anthropic.</summary>
static class Anthropic
{
    const string Provider = "anthropic";
    const string Services = "Anthropic.Services.";
    const string Helpers = "Anthropic.Helpers.Beta.";
    const string Messages = "Anthropic.Models.Messages.";
    const string BetaMessages = "Anthropic.Models.Beta.Messages.";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Anthropic"],
        ForeignProviders = ["openai", "mistral", "llamasharp", "groq", "cohere", "xai"],
        Rows =
        [
            .. Methods(Services + "IMessageService", Chat, Provider, "Create", "CreateStreaming"),
            .. Methods(Services + "IMessageServiceWithRawResponse", Chat, Provider, "Create", "CreateStreaming"),
            .. Methods(Services + "MessageServiceExtensions", Chat, Provider, "Create"),
            .. Methods(Services + "Beta.IMessageService", Chat, Provider, "Create", "CreateStreaming"),
            .. Methods(Services + "Beta.IMessageServiceWithRawResponse", Chat, Provider, "Create", "CreateStreaming"),
            .. Methods(Services + "Beta.BetaMessageServiceExtensions", Chat, Provider, "Create"),
            .. ThroughClient(Methods(Helpers + "BetaToolRunnerExtensions", Chat, Provider, "ToolRunner")),
            .. ThroughClient(Methods(Helpers + "BetaMessageThreadExtensions", Chat, Provider, "Thread")),
        ],
        Names = new MemberNames
        {
            Response = ["ID", "Message.ID"],
            ServiceTier = ["Message.Usage.ServiceTier"],
            WebSearches = ["Usage.ServerToolUse.WebSearchRequests"],
            Finish = ["Delta.StopReason"],
        },
        RawMembers = ["RawData"],
        HidesEndpoint = true,
        Variants = [Events(Messages + "Raw"), Events(BetaMessages + "BetaRaw")],
        ToolLoops =
        [
            new(Helpers + "BetaMessageThreadExtensions") { IsRefusedFirst = true },

            // Whether it may keep a message thread, which the clients of other clouds have not, and whether it is traced.
            new(Helpers + "BetaToolRunnerExtensions")
            {
                Capability = "thread",
                CapabilityAdapter = "RunnerThreads",
                OptionsField = "_clientOptions",
                OptionsAdapter = "RunnerTracing",
            },
        ],
        ModelRequests = [Messages + "MessageCreateParams", BetaMessages + "MessageCreateParams"],
    };

    static Variants Events(string prefix) => new(
        prefix + "MessageStreamEvent",
        "Value",
        [prefix + "MessageStartEvent", prefix + "MessageDeltaEvent"],
        [prefix + "ContentBlockDeltaEvent"]);
}
