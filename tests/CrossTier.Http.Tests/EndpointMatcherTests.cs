using CrossTier.Endpoints;

namespace CrossTier.Http.Tests;

public sealed class EndpointMatcherTests
{
    [Theory]
    [InlineData("/v1/chat/completions", "openai", "chat", null)]
    [InlineData("/api/v1/chat/completions/", "openai", "chat", null)]
    [InlineData("/chat/completions", "openai", "chat", null)]
    [InlineData("/v1/completions", "openai", "text_completion", null)]
    [InlineData("/v1/responses", "openai", "chat", null)]
    [InlineData("/openai/v1/responses", "openai", "chat", null)]
    [InlineData("/openai/responses", "openai", "chat", null)]
    [InlineData("/v1/embeddings", "openai", "embeddings", null)]
    [InlineData("/inference/embeddings", "openai", "embeddings", null)]
    [InlineData("/v1/audio/transcriptions", "openai", "generate_content", null)]
    [InlineData("/v1/audio/translations", "openai", "generate_content", null)]
    [InlineData("/v1/audio/speech", "openai", "generate_content", null)]
    [InlineData("/v1/images/generations", "openai", "generate_content", null)]
    [InlineData("/v1/images/edits", "openai", "generate_content", null)]
    [InlineData("/v1/moderations", "openai", "moderation", null)]
    [InlineData("/openai/deployments/gpt-4o/chat/completions", "openai", "chat", "gpt-4o")]
    [InlineData("/openai/deployments/d/images/generations", "openai", "generate_content", "d")]
    [InlineData("/v1/messages", "anthropic", "chat", null)]
    [InlineData("/api/chat", "ollama", "chat", null)]
    [InlineData("/proxy/api/generate", "ollama", "text_completion", null)]
    [InlineData("/api/embed", "ollama", "embeddings", null)]
    [InlineData("/api/embeddings", "ollama", "embeddings", null)]
    [InlineData("/v1beta/models/gemini-2.5-flash:generateContent", "google", "generate_content", "gemini-2.5-flash")]
    [InlineData("/v1beta/models/gemini-2.5-flash:streamGenerateContent", "google", "generate_content", "gemini-2.5-flash")]
    [InlineData("/v1beta/models/text-embedding-004:embedContent", "google", "embeddings", "text-embedding-004")]
    [InlineData("/v2/chat", "cohere", "chat", null)]
    [InlineData("/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse", "bedrock", "chat", "anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("/model/amazon.nova-lite-v1:0/invoke", "bedrock", "chat", "amazon.nova-lite-v1:0")]
    [InlineData("/completion", "llama.cpp", "text_completion", null)]
    [InlineData("/llama/completion", "llama.cpp", "text_completion", null)]
    [InlineData("/generate_stream", "tgi", "text_completion", null)]
    [InlineData("/generate", "tgi", "text_completion", null)]
    public void An_inference_endpoint_is_known_by_its_path(string path, string provider, string operation, string? model)
    {
        foreach (var uri in (string[])[$"http://host:1{path}", $"https://host{path}?a=/b#c"])
        {
            var match = EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, uri));

            Assert.Equal(
                (provider, operation, model, path.Contains("deployments")),
                (match.Shape?.Provider, match.Shape?.Operation, match.Model, match.IsAzure));
        }
    }

    [Theory]
    [InlineData("/v1/complete")]
    [InlineData("/v1/predictions")]
    [InlineData("/model/m/converse-stream")]
    [InlineData("/model/m/invoke-with-response-stream")]
    public void An_endpoint_whose_replies_cannot_be_read_is_known_as_such(string path) =>
        Assert.NotNull(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, "http://host" + path)).Shape?.Unreadable);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/v1/models")]
    [InlineData("/v1/chat")]
    [InlineData("/v1/chat/completions/id/cancel")]
    [InlineData("/v1/messages/batches")]
    [InlineData("/v1/messages/count_tokens")]
    [InlineData("/api/survey/responses")]
    [InlineData("/rooms/messages")]
    [InlineData("/completions")]
    [InlineData("/tasks/completions")]
    [InlineData("/search/embeddings")]
    [InlineData("/api/chat/rooms")]
    [InlineData("/chat")]
    [InlineData("/v1beta/models/gemini:countTokens")]
    [InlineData("/v1beta/models/:generateContent")]
    [InlineData("/deployments/")]
    [InlineData("/openai/deployments/d")]
    [InlineData("/v1/generations")]
    [InlineData("/V1")]
    [InlineData("/model//converse")]
    [InlineData("/rooms/r/converse")]
    [InlineData("/v1/v2/chat/rooms")]
    [InlineData("/reports/generate")]
    public void Any_other_is_not(string path) =>
        Assert.Null(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, "http://host" + path)).Shape);

    [Theory]
    [InlineData("http://api/chat")]
    [InlineData("http://api//chat/")]
    [InlineData("http://v1/messages")]
    [InlineData("http://openai/completions?a=/b")]
    [InlineData("http://gemini:generateContent@host")]
    [InlineData("gemini:generateContent")]
    [InlineData("http://host?next=/v1/chat/completions")]
    public void A_host_is_no_part_of_the_path(string uri) => Assert.Null(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, uri)).Shape);

    [Theory]
    [InlineData("http://deployments/gpt-4o/chat/completions")]
    [InlineData("http://deployments/v1/embeddings")]
    public void Nor_of_its_deployments(string uri)
    {
        var match = EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, uri));

        Assert.NotNull(match.Shape);
        Assert.Null(match.Model);
        Assert.False(match.IsAzure);
    }

    [Fact]
    public void Neither_is_another_method_or_no_address()
    {
        Assert.Null(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Get, "http://host/v1/chat/completions")).Shape);
        Assert.Null(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions")).Shape);
        Assert.Null(EndpointMatcher.Match(new HttpRequestMessage(HttpMethod.Post, (Uri?)null)).Shape);
        Assert.NotNull(EndpointMatcher.Match(new HttpRequestMessage(new HttpMethod("POST"), "http://host/v1/chat/completions")).Shape);
    }
}
