using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>OpenAI, and System.ClientModel under it.</summary>
static class OpenAI
{
    const string Provider = "openai";
    const string Model = "System.ClientModel.";
    const string Assistants = "OpenAI.Assistants.";
    const string Audios = "OpenAI.Audio.";
    const string Realtime = "OpenAI.Realtime.Realtime";
    const string Update = "OpenAI.Responses.StreamingResponse";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["OpenAI"],
        ForeignProviders = ["anthropic", "bedrock", "llamasharp"],
        Rows = [.. Chats, .. Others],
        Names = new MemberNames
        {
            Model = ["Response.Model", "Value.Model"],
            RequestedModel = ["ModelOverride"],
            Response = ["CompletionId", "Response.Id"],
            ServiceTier = ["Response.ServiceTier"],
            Finish = ["IncompleteStatusDetails.Reason", "Response.IncompleteStatusDetails.Reason"],
            Status = ["Status", "Response.Status"],
            Failure = ["Error", "LastError", "Response.Error", "Value.LastError"],
        },
        Factories = ["OpenAI.OpenAIClient"],
        HidesEndpoint = true, // Until 2.1, which Azure.AI.OpenAI 2.1 is built on.
        ModelField = "_model",
        TokenOptions = [Model + "Primitives.RequestOptions"],
        Wrappers = ["ClientResult"],
        Variants =
        [
            new(
                Update + "Update",
                "",
                [Update + "CreatedUpdate", Update + "CompletedUpdate", Update + "IncompleteUpdate", Update + "FailedUpdate"],
                [
                    Update + "OutputTextDeltaUpdate", Update + "RefusalDeltaUpdate", Update + "FunctionCallArgumentsDeltaUpdate",
                    Update + "ReasoningTextDeltaUpdate", Update + "ReasoningSummaryTextDeltaUpdate", Update + "CustomToolCallInputDeltaUpdate",
                    Update + "McpCallArgumentsDeltaUpdate", Update + "CodeInterpreterCallCodeDeltaUpdate", Update + "ImageGenerationCallPartialImageUpdate",
                ])
            {
                Failures = [Update + "ErrorUpdate"],
            },
            new(Assistants + "StreamingUpdate", "", [Assistants + "RunUpdate"], [Assistants + "MessageContentUpdate", Assistants + "RunStepDetailsUpdate"]),
            new(Audios + "AudioTranscriptionUsage", "", [Audios + "AudioTranscriptionTokenUsage"], []),
            new(
                Audios + "StreamingAudioTranscriptionUpdate",
                "",
                [Audios + "StreamingAudioTranscriptionTextDoneUpdate"],
                [Audios + "StreamingAudioTranscriptionTextDeltaUpdate", Audios + "StreamingAudioTranscriptionTextSegmentUpdate"]),
            new(
                Realtime + "ServerUpdate",
                "",
                [Realtime + "ServerUpdateResponseDone", Realtime + "ServerUpdateConversationItemInputAudioTranscriptionCompleted"],
                [
                    Realtime + "ServerUpdateResponseOutputTextDelta", Realtime + "ServerUpdateResponseOutputAudioDelta",
                    Realtime + "ServerUpdateResponseOutputAudioTranscriptDelta", Realtime + "ServerUpdateResponseFunctionCallArgumentsDelta",
                ]),
            new(Realtime + "TranscriptionUsage", "", [Realtime + "TranscriptionTokenUsage"], []),
            new(Audios + "StreamingSpeechUpdate", "", [Audios + "StreamingSpeechAudioDoneUpdate"], [Audios + "StreamingSpeechAudioDeltaUpdate"]),
        ],
        FirstContents =
        [
            new("OpenAI.Chat.StreamingChatCompletionUpdate",
            [
                new(ContentForm.ListOfParts, "ContentUpdate", "Text"), new(ContentForm.List, "ToolCallUpdates"), new(ContentForm.Text, "RefusalUpdate"),
            ]),
        ],
        RawBodies =
        [
            new(Model + "Primitives.OperationResult", RawBodyForm.RawResponse, IsInherited: true),
            new(Model + "ClientResult", RawBodyForm.RawResponse, IsInherited: true),
            new("System.Net.ServerSentEvents.SseItem`1", RawBodyForm.Data, "Data", ItemType: "System.BinaryData"),
        ],
        RawMembers = ["Patch"],
        ReplyHeaders = [new(Model + "ClientResult", IsRawResponse: true, IsInherited: true)],
        Streams =
        [
            new(Model + "AsyncCollectionResult`1", "MeasuredAsyncCollection"),
            new(Model + "CollectionResult`1", "MeasuredCollection"),
            new(Model + "AsyncStreamingResult`1", "MeasuredStreamingResult", Model + "AsyncStreamingResult", "Create"),
        ],
        MetadataUsageTypes = ["OpenAI.Chat.ChatTokenUsage"],
        ModelRequests = ["OpenAI.Responses.CreateResponseOptions"],
        ModelTakers =
        [
            "ChatClient", "EmbeddingClient", "ImageClient", "AudioClient", "ModerationClient",
            "GetChatClient", "GetEmbeddingClient", "GetImageClient", "GetAudioClient", "GetModerationClient",
            "CreateResponse", "CreateResponseAsync", "CreateResponseStreamingAsync",
        ],
    };

    static IEnumerable<ApiRow> Chats =>
    [
        .. Methods("OpenAI.Chat.ChatClient", Chat, Provider, "CompleteChat", "CompleteChatAsync", "CompleteChatStreaming", "CompleteChatStreamingAsync"),
        .. Methods(
            "OpenAI.Responses.ResponsesClient", Chat, Provider,
            "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync", "CompactResponse", "CompactResponseAsync"),
        .. Methods(
            "OpenAI.Responses.OpenAIResponseClient", Chat, Provider,
            "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync"),
        .. Methods("OpenAI.Decisions.DecisionsClient", Chat, Provider, "CreateDecision", "CreateDecisionAsync"),
        .. Methods(
            Assistants + "AssistantClient", Chat, Provider,
            "CreateRun", "CreateRunAsync", "CreateRunStreaming", "CreateRunStreamingAsync",
            "CreateThreadAndRun", "CreateThreadAndRunAsync", "CreateThreadAndRunStreaming", "CreateThreadAndRunStreamingAsync",
            "SubmitToolOutputsToRun", "SubmitToolOutputsToRunAsync", "SubmitToolOutputsToRunStreaming", "SubmitToolOutputsToRunStreamingAsync"),
    ];

    static IEnumerable<ApiRow> Others =>
    [
        .. Methods(Realtime + "SessionClient", Chat, Provider, "ReceiveUpdatesAsync"),
        .. Methods("OpenAI.Videos.VideoClient", Videos, Provider, "CreateVideo", "CreateVideoAsync", "CreateVideoRemix", "CreateVideoRemixAsync"),
        .. Methods("OpenAI.Batch.BatchClient", Batches, Provider, "CreateBatch", "CreateBatchAsync"),
        .. Methods("OpenAI.Embeddings.EmbeddingClient", Embeddings, Provider, "GenerateEmbedding", "GenerateEmbeddingAsync", "GenerateEmbeddings",
            "GenerateEmbeddingsAsync"),
        .. Methods(
            "OpenAI.Images.ImageClient", Images, Provider,
            "GenerateImage", "GenerateImageAsync", "GenerateImages", "GenerateImagesAsync", "GenerateImagesStreamingAsync",
            "GenerateImageEdit", "GenerateImageEditAsync", "GenerateImageEdits", "GenerateImageEditsAsync", "GenerateImageEditsStreamingAsync",
            "GenerateImageVariation", "GenerateImageVariationAsync", "GenerateImageVariations", "GenerateImageVariationsAsync"),
        .. Methods(
            Audios + "AudioClient", Audio, Provider,
            "GenerateSpeech", "GenerateSpeechAsync", "GenerateSpeechStreaming", "GenerateSpeechStreamingAsync",
            "TranscribeAudio", "TranscribeAudioAsync", "TranscribeAudioStreaming", "TranscribeAudioStreamingAsync",
            "TranscribeAudioDiarized", "TranscribeAudioDiarizedAsync", "TranslateAudio", "TranslateAudioAsync"),
        .. Methods("OpenAI.Moderations.ModerationClient", Moderation, Provider, "ClassifyText", "ClassifyTextAsync", "ClassifyInputs", "ClassifyInputsAsync"),
    ];
}
