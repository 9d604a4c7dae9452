using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams;
using Azure.AI.Inference;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;
using OllamaSharp.Models;
using OpenAI.Chat;
using Messages = Anthropic.Models.Messages;
using OllamaChat = OllamaSharp.Models.Chat;

namespace CrossTier.Sdks.Tests.Streams;

/// <summary>The annotated calls behind each kind of stream.</summary>
[AiCall]
static class StreamCalls
{
    static readonly global::OpenAI.Chat.ChatMessage[] Hello = [new UserChatMessage("one two")];

    public static IReadOnlyList<StreamKind> Kinds { get; } =
    [
        new(
            "OpenAI chat",
            "openai-compatible",
            (address, model, token) => Lazy(Clients.OpenAI(address).GetChatClient(model).CompleteChatStreamingAsync(Hello, cancellationToken: token)),
            Chat,
            ChatEnd),
        new(
            "OpenAI responses",
            "openai-compatible",
            async (address, model, token) => Objects(await Clients.OpenAI(address)
                .GetResponsesClient()
                .CreateResponseStreamingAsync(model, "one", cancellationToken: token)),
            model => Answer.Events("/responses", Responses(model)[..3]), model => Answer.Events("/responses", Responses(model)[3..])) { IsOpened = true },
        new(
            "Azure chat",
            "azure",
            async (address, model, token) => Objects(await new ChatCompletionsClient(address, Clients.AzureKey, Clients.Azure).CompleteStreamingAsync(
                AzureAsk(model),
                token)),
            Chat,
            ChatEnd) { IsOpened = true, EndsWhenCancelled = true },
        new(
            "Azure chat, synchronous",
            "azure",
            (address, model, token) => Task.FromResult(Objects(new ChatCompletionsClient(address, Clients.AzureKey, Clients.Azure).CompleteStreaming(
                AzureAsk(model),
                token))),
            Chat,
            ChatEnd) { IsOpened = true, EndsWhenCancelled = true },
        new(
            "Anthropic messages",
            "anthropic",
            (address, model, token) => Lazy(Clients.Anthropic(address).Messages.CreateStreaming(AnthropicAsk(model), token)),
            Message,
            MessageEnd) { EarlyInput = 5 },
        new(
            "Ollama chat",
            "ollama",
            (address, model, token) => Lazy(Clients.Ollama(address, model)
                .ChatAsync(new OllamaChat.ChatRequest { Model = model, Messages = [new(OllamaChat.ChatRole.User, "one")] }, token)),
            Lines,
            LinesEnd) { EndsWhenCancelled = true },
        new(
            "Ollama generate",
            "ollama",
            (address, model, token) => Lazy(Clients.Ollama(address, model).GenerateAsync(new GenerateRequest { Model = model, Prompt = "one" }, token)),
            Generated,
            GeneratedEnd) { EndsWhenCancelled = true },
        new(
            "Microsoft.Extensions.AI",
            "openai-compatible",
            (address, model, token) => Lazy(Clients.OpenAI(address)
                .GetChatClient(model)
                .AsIChatClient()
                .GetStreamingResponseAsync("one", cancellationToken: token)),
            Chat,
            ChatEnd),
        new(
            "Bedrock conversation",
            "bedrock",
            async (address, model, token) => Conversation(await new AmazonBedrockRuntimeClient(address).ConverseStreamAsync(new() { ModelId = model }, token)),
            _ => EventFrames.Answer(EventFrames.Conversation.Take(2)), _ => EventFrames.Answer(EventFrames.Conversation.Skip(2))) { IsOpened = true },
        new(
            "Bedrock model",
            "bedrock",
            async (address, model, token) => Chunks(await new AmazonBedrockRuntimeClient(address).InvokeModelWithResponseStreamAsync(
                new() { ModelId = model },
                token)),
            _ => EventFrames.Answer(Claude.Take(3).Select(EventFrames.Chunk)), _ => EventFrames.Answer(Claude.Skip(3).Select(EventFrames.Chunk)))
            {
                IsOpened = true,
                EarlyInput = 5,
            },
    ];

    static string[] Responses(string model) => OpenAI.ResponseBody.Events(model, """{"input_tokens":5,"output_tokens":3,"total_tokens":8}""");

    static ChatCompletionsOptions AzureAsk(string model) => new() { Model = model, Messages = { new ChatRequestUserMessage("one two") } };

    static Messages.MessageCreateParams AnthropicAsk(string model) =>
        new() { Model = model, MaxTokens = 100, Messages = [new Messages.UserMessageParam("one")] };

    internal static IReadOnlyList<string> Claude =>
    [
        """{"type":"message_start","message":{"model":"claude","usage":{"input_tokens":5,"output_tokens":1}}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"h"}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"i"}}""",
        """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":3}}""",
        """{"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":3,"invocationLatency":9,"firstByteLatency":1}}""",
    ];

    static Boxed<IEventStreamEvent> Conversation(ConverseStreamResponse reply) => new(new Owned<IEventStreamEvent>(reply.Stream!, reply));

    static Boxed<IEventStreamEvent> Chunks(InvokeModelWithResponseStreamResponse reply) => new(new Owned<IEventStreamEvent>(reply.Body!, reply));

    static Task<IAsyncEnumerable<object>> Lazy<T>(IAsyncEnumerable<T> stream) => Task.FromResult(Objects(stream));

    static IAsyncEnumerable<object> Objects<T>(IAsyncEnumerable<T> stream) => new Boxed<T>(stream);

    static Answer Chat(string model) =>
        Answer.Events("/completions", Chunk(model, "\"\"", "null"), Chunk(model, "\"h\"", "null"), Chunk(model, "\"i\"", "null"));

    static Answer ChatEnd(string model) =>
        Answer.Events("/completions", Chunk(model, "null", """{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}"""), "[DONE]");

    internal static string Chunk(string model, string content, string usage) => $$$"""
        {"id":"c1","object":"chat.completion.chunk","created":1767225600,"model":"{{{model}}}","choices":[{"index":0,"finish_reason":null,"delta":{"role":"assistant","content":{{{content}}} } }],"usage":{{{usage}}} }
        """;

    static Answer Message(string model) => Answer.Events("/messages",
        "event: message_start\ndata: "
            + $$$"""{"type":"message_start","message":{"id":"m1","type":"message","role":"assistant","model":"{{{model}}}","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":1} } }""",
        "event: content_block_start\ndata: " + """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
        Delta("h"),
        Delta("i"));

    internal static Answer MessageEnd(string model) =>
        Answer.Events("/messages", MessageDelta(2), MessageDelta(3), "event: message_stop\ndata: " + """{"type":"message_stop"}""");

    static string Delta(string text) =>
        "event: content_block_delta\ndata: " + $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{text}}}"} }""";

    static string MessageDelta(int output) =>
        "event: message_delta\ndata: "
            + $$$"""{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"input_tokens":5,"output_tokens":{{{output}}} } }""";

    static Answer Lines(string model) =>
        Answer.Lines(
            "/api/chat",
            Line(model, """ "message":{"role":"assistant","content":"h"} """),
            Line(model, """ "message":{"role":"assistant","content":"i"} """));

    static Answer LinesEnd(string model) => Answer.Lines("/api/chat", Last(model, """ "message":{"role":"assistant","content":""} """));

    static Answer Generated(string model) => Answer.Lines("/api/generate", Line(model, """ "response":"h" """), Line(model, """ "response":"i" """));

    static Answer GeneratedEnd(string model) => Answer.Lines("/api/generate", Last(model, """ "response":"" """));

    static string Line(string model, string rest) => $$"""{"model":"{{model}}","created_at":"2026-01-01T00:00:00Z",{{rest}},"done":false}""";

    static string Last(string model, string rest) =>
        $$"""{"model":"{{model}}","created_at":"2026-01-01T00:00:00Z",{{rest}},"done":true,"done_reason":"stop","total_duration":1,"load_duration":1,"prompt_eval_count":5,"prompt_eval_duration":1,"eval_count":3,"eval_duration":1}""";
}
