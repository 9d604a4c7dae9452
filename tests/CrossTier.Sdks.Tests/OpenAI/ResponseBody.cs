namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>A response as the API writes it, whole and in events.</summary>
static class ResponseBody
{
    const string Usage =
        """{"input_tokens":11,"input_tokens_details":{"cached_tokens":3,"cache_write_tokens":2},"output_tokens":7,"output_tokens_details":"""
        + """{"reasoning_tokens":2},"total_tokens":18}""";

    public static string Response(string model, string status = "completed", string usage = Usage) => $$"""
        {"id":"resp_1","object":"response","created_at":1767225600,"status":"{{status}}","model":"{{model}}","output":[{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"hi","annotations":[]}]}],"parallel_tool_calls":true,"tools":[],"tool_choice":"auto","usage":{{usage}}}
        """;

    public static string[] Events(string model, string usage = Usage) =>
    [
        Event("response.created", $$""" "response":{{Response(model, "in_progress", "null")}} """),
        Event("response.output_text.delta", """ "item_id":"msg_1","output_index":0,"content_index":0,"delta":"h","logprobs":[] """),
        Event("response.output_text.delta", """ "item_id":"msg_1","output_index":0,"content_index":0,"delta":"i","logprobs":[] """),
        Event("response.completed", $$""" "response":{{Response(model, usage: usage)}} """),
    ];

    public static string Event(string type, string rest) => $$"""
        event: {{type}}
        data: {"type":"{{type}}","sequence_number":0,{{rest}}}
        """.ReplaceLineEndings("\n");
}
