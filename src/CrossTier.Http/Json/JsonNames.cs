using System.Text;

namespace CrossTier.Json;

/// <summary>Finds a name by its bytes.</summary>
static class JsonNames
{
    static readonly (byte[] Text, JsonName Name)[][] ByLength = Group(
        ("model", JsonName.Model),
        ("modelVersion", JsonName.ModelVersion),
        ("type", JsonName.Type),
        ("choices", JsonName.Choices),
        ("delta", JsonName.Delta),
        ("message", JsonName.Message),
        ("candidates", JsonName.Candidates),
        ("content", JsonName.Content),
        ("content_block", JsonName.ContentBlock),
        ("parts", JsonName.Parts),
        ("text", JsonName.Text),
        ("response", JsonName.Response),
        ("reasoning_content", JsonName.ReasoningContent),
        ("reasoning", JsonName.Reasoning),
        ("refusal", JsonName.Refusal),
        ("tool_calls", JsonName.ToolCalls),
        ("function_call", JsonName.FunctionCall),
        ("functionCall", JsonName.FunctionCallOfGemini),
        ("inlineData", JsonName.InlineData),
        ("thinking", JsonName.Thinking),
        ("partial_json", JsonName.PartialJson),
        ("name", JsonName.Name),
        ("usage", JsonName.Usage),
        ("usageMetadata", JsonName.UsageMetadata),
        ("prompt_tokens", JsonName.PromptTokens),
        ("completion_tokens", JsonName.CompletionTokens),
        ("input_tokens", JsonName.InputTokens),
        ("output_tokens", JsonName.OutputTokens),
        ("prompt_tokens_details", JsonName.PromptTokensDetails),
        ("input_tokens_details", JsonName.InputTokensDetails),
        ("completion_tokens_details", JsonName.CompletionTokensDetails),
        ("output_tokens_details", JsonName.OutputTokensDetails),
        ("cached_tokens", JsonName.CachedTokens),
        ("cache_write_tokens", JsonName.CacheWriteTokens),
        ("reasoning_tokens", JsonName.ReasoningTokens),
        ("cache_read_input_tokens", JsonName.CacheReadInputTokens),
        ("cache_creation_input_tokens", JsonName.CacheCreationInputTokens),
        ("promptTokenCount", JsonName.PromptTokenCount),
        ("candidatesTokenCount", JsonName.CandidatesTokenCount),
        ("cachedContentTokenCount", JsonName.CachedContentTokenCount),
        ("thoughtsTokenCount", JsonName.ThoughtsTokenCount),
        ("toolUsePromptTokenCount", JsonName.ToolUsePromptTokenCount),
        ("prompt_eval_count", JsonName.PromptEvalCount),
        ("eval_count", JsonName.EvalCount),
        ("done", JsonName.Done),
        ("error", JsonName.Error),
        ("code", JsonName.Code),
        ("status", JsonName.Status),
        ("innererror", JsonName.InnerError));

    public static JsonName Of(ReadOnlySpan<byte> name)
    {
        if (name.Length < ByLength.Length)
        {
            foreach (var (text, known) in ByLength[name.Length])
            {
                if (name.SequenceEqual(text))
                {
                    return known;
                }
            }
        }

        return JsonName.None;
    }

    static (byte[] Text, JsonName Name)[][] Group(params (string Text, JsonName Name)[] names)
    {
        var groups = names.Select(entry => (Text: Encoding.UTF8.GetBytes(entry.Text), entry.Name)).ToLookup(entry => entry.Text.Length);
        return [.. Enumerable.Range(0, names.Max(entry => entry.Text.Length) + 1).Select(length => groups[length].ToArray())];
    }
}
