using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>An error that comes within a stream of the Anthropic SDK: it throws, without a status, and says its type.</summary>
public sealed class StreamErrorTests
{
    [Theory]
    [InlineData("overloaded_error", "unavailable")]
    [InlineData("api_error", "unavailable")]
    [InlineData("rate_limit_error", "rate_limited")]
    [InlineData("billing_error", "rate_limited")]
    [InlineData("invalid_request_error", "bad_request")]
    [InlineData("not_found_error", "bad_request")]
    [InlineData("authentication_error", "auth")]
    [InlineData("permission_error", "auth")]
    [InlineData("timeout_error", "timeout")]
    [InlineData("something_new", "other")]
    [AiCall]
    public async Task An_error_event_has_the_kind_of_its_type(string type, string error)
    {
        var model = "stream " + type;
        await using var server = await ScriptedServer.StartAsync(Answer.Events(
            "/messages",
            $"event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{type}\",\"message\":\"no\"}}}}"));
        var stream = Clients.Anthropic(server.Address).Messages
            .CreateStreaming(new MessageCreateParams { Model = model, MaxTokens = 100, Messages = [new UserMessageParam("one")] });
        await Assert.ThrowsAsync<AnthropicSseException>(async () => await stream.CountAsync());
        var recorded = Recorded.Of("anthropic", model);
        Assert.Equal((0, 1, 0, error + " 1"), (recorded.Success, recorded.Failure, recorded.InFlight, Recorded.Errors("anthropic", model)));
    }
}
