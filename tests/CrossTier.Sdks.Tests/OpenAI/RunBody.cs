namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>A run of an assistant as the API writes it, whole and in events.</summary>
static class RunBody
{
    public static string Run(string model, string status, string usage) => $$"""
        {"id":"run_1","object":"thread.run","created_at":1767225600,"assistant_id":"asst_1","thread_id":"thread_1","status":"{{status}}","started_at":null,"expires_at":null,"cancelled_at":null,"failed_at":null,"completed_at":null,"required_action":null,"last_error":null,"incomplete_details":null,"model":"{{model}}","instructions":"","tools":[],"metadata":{},"usage":{{usage}},"temperature":1,"top_p":1,"max_prompt_tokens":null,"max_completion_tokens":null,"truncation_strategy":{"type":"auto","last_messages":null},"tool_choice":"auto","parallel_tool_calls":true,"response_format":"auto"}
        """;

    public static IEnumerable<string> Events(string model) =>
    [
        "event: thread.run.created\ndata: " + Run(model, "queued", "null"),
        "event: thread.message.delta\ndata: "
            + """{"id":"msg_1","object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text","text":{"value":"hi","annotations":[]}}]}}""",
        "event: thread.run.completed\ndata: " + Run(model, "completed", """{"prompt_tokens":5,"completion_tokens":4,"total_tokens":9}"""),
        "event: done\ndata: [DONE]",
    ];
}
