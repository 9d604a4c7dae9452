namespace CrossTier.Sdks.Tests.Support;

/// <summary>The rows of methods that the present version of their SDK has no more: the tests over an older version call them.</summary>
static class OlderRows
{
    public static readonly string[] Methods =
    [
        "OpenAI.Assistants.AssistantClient.CreateRunStreaming",
        "OpenAI.Assistants.AssistantClient.CreateThreadAndRunStreaming",
        "OpenAI.Assistants.AssistantClient.SubmitToolOutputsToRunStreaming",
        "OpenAI.Audio.AudioClient.GenerateSpeechStreaming",
        "OpenAI.Audio.AudioClient.TranscribeAudioStreaming",
        "OpenAI.Responses.OpenAIResponseClient.CreateResponse",
        "OpenAI.Responses.OpenAIResponseClient.CreateResponseAsync",
        "OpenAI.Responses.OpenAIResponseClient.CreateResponseStreaming",
        "OpenAI.Responses.OpenAIResponseClient.CreateResponseStreamingAsync",
        "OpenAI.Responses.ResponsesClient.CreateResponseStreaming",
    ];
}
