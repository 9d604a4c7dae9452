using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Betalgo.Ranul.OpenAI: one object is the services of all APIs. A failure is a reply that is not <c>Successful</c>.</summary>
static class Betalgo
{
    const string Provider = "openai";
    const string Services = "Betalgo.Ranul.OpenAI.Interfaces.";
    const string Requests = "Betalgo.Ranul.OpenAI.ObjectModels.RequestModels.";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Betalgo.Ranul.OpenAI"],
        ForeignProviders = ["anthropic", "bedrock", "llamasharp"],
        Rows =
        [
            .. Methods(Services + "IChatCompletionService", Chat, Provider, "CreateCompletion", "CreateCompletionAsStream"),
            .. Methods(Services + "IChatCompletionServiceExtension", Chat, Provider, "Create"),
            .. Methods(Services + "ICompletionService", TextCompletion, Provider, "CreateCompletion", "CreateCompletionAsStream"),
            .. Methods(Services + "ICompletionServiceExtension", TextCompletion, Provider, "Create"),
            .. Methods(Services + "IEmbeddingService", Embeddings, Provider, "CreateEmbedding"),
            .. Methods(Services + "IImageService", Images, Provider, "CreateImage", "CreateImageEdit", "CreateImageVariation"),
            .. Methods(Services + "IAudioService", Audio, Provider, "CreateTranscription", "CreateTranslation", "CreateSpeech"),
            .. Methods(Services + "IModerationService", Moderation, Provider, "CreateModeration"),
            .. Methods(Services + "IModerationServiceExtension", Moderation, Provider, "CreateModeration"),
            .. Methods(Services + "IBatchService", Batches, Provider, "BatchCreate"),
        ],
        Names = new MemberNames { Failure = ["Error"] },
        HidesEndpoint = true,
        ModelField = "_defaultModelId",
        ModelRequests = [Requests + "ChatCompletionCreateRequest", Requests + "CompletionCreateRequest", Requests + "EmbeddingCreateRequest"],
    };
}
