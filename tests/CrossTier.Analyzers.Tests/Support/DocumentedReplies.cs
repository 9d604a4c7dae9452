namespace CrossTier.Analyzers.Tests.Support;

/// <summary>What each endpoint answers by its public documentation, cut to what matters here: 5 tokens in, 7 out.</summary>
static class DocumentedReplies
{
    const string Chat =
        """{"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"message":"""
        + """{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}""";
    const string Content =
        """{"candidates":[{"content":{"role":"model","parts":[{"text":"hi"}]}}],"usageMetadata":"""
        + """{"promptTokenCount":5,"candidatesTokenCount":4,"thoughtsTokenCount":3,"totalTokenCount":12},"modelVersion":"m"}""";

    /// <summary>By the path of the shape: body, its type, input and output tokens.</summary>
    public static IReadOnlyDictionary<string, (string Body, string Type, long Input, long Output)> ByPath { get; } =
        new Dictionary<string, (string Body, string Type, long Input, long Output)>
        {
            ["chat/completions"] = (Chat, "application/json", 5, 7),
            ["{api}/completions"] = (
                """{"object":"text_completion","choices":[{"text":"hi"}],"usage":{"prompt_tokens":5,"completion_tokens":7}}""",
                "application/json",
                5,
                7),
            ["{api}/responses"] = (
                """{"object":"response","model":"m","error":null,"usage":{"input_tokens":5,"input_tokens_details":"""
                + """{"cached_tokens":0},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":0}}}""",
                "application/json",
                5,
                7),
            ["/responses"] = (
                """{"object":"response","model":"m","error":null,"usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}}""",
                "application/json",
                5,
                7),
            ["services/aigc/text-generation/generation"] = (
                """{"output":{"text":"hi","finish_reason":"stop"},"usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12},"request_id":"r"}""",
                "application/json",
                5,
                7),
            ["services/aigc/multimodal-generation/generation"] = (
                """{"output":{"choices":[{"finish_reason":"stop"}]},"usage":{"input_tokens":5,"output_tokens":7},"request_id":"r"}""",
                "application/json",
                5,
                7),
            ["api/v1/chat"] = ("""{"output":[{"type":"message"}],"stats":{"input_tokens":5,"total_output_tokens":7}}""", "application/json", 5, 7),
            ["{api}/embeddings"] = (
                """{"object":"list","data":[{"embedding":[0.1]}],"model":"m","usage":{"prompt_tokens":5,"total_tokens":5}}""",
                "application/json",
                5,
                0),
            ["{api}/moderations"] = ("""{"id":"modr","model":"m","results":[{"flagged":false}]}""", "application/json", 0, 0),
            ["audio/transcriptions"] = (
                """{"text":"hi","usage":{"type":"tokens","input_tokens":5,"output_tokens":7,"total_tokens":12}}""",
                "application/json",
                5,
                7),
            ["audio/translations"] = ("""{"text":"hi"}""", "application/json", 0, 0),
            ["audio/speech"] = ("ID3", "audio/mpeg", 0, 0),
            ["images/generations"] = (
                """{"created":1,"data":[{"b64_json":"aGk="}],"usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}}""",
                "application/json",
                5,
                7),
            ["images/edits"] = (
                """{"created":1,"data":[{"b64_json":"aGk="}],"usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}}""",
                "application/json",
                5,
                7),
            ["images/variations"] = ("""{"created":1,"data":[{"url":"x"}]}""", "application/json", 0, 0),
            ["{version}/messages"] = (
                """{"type":"message","model":"m","content":[{"type":"text","text":"hi"}],"usage":"""
                + """{"input_tokens":2,"cache_read_input_tokens":3,"output_tokens":7}}""",
                "application/json",
                5,
                7),
            ["api/chat"] = (
                """{"model":"m","message":{"role":"assistant","content":"hi"},"done":true,"prompt_eval_count":5,"eval_count":7}""",
                "application/json",
                5,
                7),
            ["api/generate"] = (
                "{\"model\":\"m\",\"response\":\"h\",\"done\":false}\n{\"model\":\"m\",\"response\":\"\",\"done\":true,\"prompt_eval_count\":5,\"eval_count\":7}\n",
                "application/x-ndjson",
                5,
                7),
            ["api/embed"] = ("""{"model":"m","embeddings":[[0.1]],"prompt_eval_count":5}""", "application/json", 5, 0),
            ["api/embeddings"] = ("""{"embedding":[0.1],"prompt_eval_count":5}""", "application/json", 5, 0),
            ["{model}:generateContent"] = (Content, "application/json", 5, 7),
            ["{model}:streamGenerateContent"] = ($"[{Content}\n]", "application/json", 5, 7),
            ["{model}:embedContent"] = ("""{"embedding":{"values":[0.1]},"usageMetadata":{"promptTokenCount":5}}""", "application/json", 5, 0),
            ["{model}:batchEmbedContents"] = ("""{"embeddings":[{"values":[0.1]}],"usageMetadata":{"promptTokenCount":5}}""", "application/json", 5, 0),
            ["v2/chat"] = (
                """
                event: message-start
                data: {"id":"c","type":"message-start","delta":{"message":{"role":"assistant","content":[],"tool_plan":"","tool_calls":[],"citations":[]}}}

                event: content-delta
                data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"hi"}}}}

                event: message-end
                data: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"billed_units":{"input_tokens":5,"output_tokens":7},"tokens":{"input_tokens":71,"output_tokens":8}}}}


                """, "text/event-stream", 5, 7),
            ["model/{model}/converse"] = (
                """{"metrics":{"latencyMs":1},"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn","usage":"""
                + """{"inputTokens":2,"cacheReadInputTokens":3,"outputTokens":7,"totalTokens":12}}""",
                "application/json",
                5,
                7),
            ["model/{model}/invoke"] = (
                """{"generation":"hi","prompt_token_count":5,"generation_token_count":7,"stop_reason":"stop"}""",
                "application/json",
                5,
                7),
            ["completion"] = (
                """
                data: {"index":0,"content":"h","stop":false,"id_slot":0,"tokens_predicted":1,"tokens_evaluated":5}

                data: {"index":0,"content":"","stop":true,"model":"m","tokens_predicted":7,"tokens_evaluated":5,"generation_settings":{"stop":[]},"timings":{"prompt_n":5}}


                """, "text/event-stream", 5, 7),
            ["generate_stream"] = (
                """
                data:{"index":1,"token":{"id":1,"text":"h","logprob":-0.1,"special":false},"generated_text":null,"details":null}

                data:{"index":2,"token":{"id":2,"text":"i","logprob":-0.1,"special":false},"generated_text":"hi","details":{"finish_reason":"length","generated_tokens":7,"input_length":5,"seed":null}}


                """, "text/event-stream", 5, 7),
            ["/generate"] = (
                """{"generated_text":"hi","details":{"finish_reason":"length","generated_tokens":7,"prefill":[{"id":1,"text":"a"},{"id":2},"""
                + """{"id":3},{"id":4},{"id":5}],"tokens":[{"id":9,"text":"h"}]}}""",
                "application/json",
                5,
                7),
        };
}
