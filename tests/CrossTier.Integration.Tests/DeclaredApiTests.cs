using CrossTier.Integration.Tests.Support;

namespace CrossTier.Integration.Tests;

/// <summary>APIs that <c>[assembly: AiApi]</c> states: interface, overloads, extension, generic type and method, stream, static.</summary>
[AiCall]
public sealed class DeclaredApiTests
{
    [Fact]
    public async Task An_interface_with_overloads_is_measured()
    {
        IAcmeClient client = new AcmeClient("acme-face");
        Assert.Equal("one", (await client.SolveAsync("one")).Text);
        await client.SolveAsync("two", 10);
        Expect("acme-face", 2, 3 + 10, 4 + 10);
        await client.SolveAsync("no usage", 0);
        Assert.Equal(1, Recorded.Of("acme", "acme-face").UsageMissing);
        await Assert.ThrowsAsync<TimeoutException>(() => client.SolveAsync("fails", -1));
        Assert.Equal("timeout 1", Recorded.Errors("acme", "acme-face"));
    }

    [Fact]
    public async Task Implementations_of_the_interface_are_measured()
    {
        await new AcmeClient("acme-class").SolveAsync("one");
        Expect("acme-class", 1, 3, 4);
    }

    [Fact]
    public async Task An_extension_method_is_measured_in_both_forms()
    {
        var client = new AcmeClient("acme-extension");
        await client.SolveTwiceAsync("one");
        await AcmeExtensions.SolveTwiceAsync(client, "two");
        Expect("acme-extension", 2, 60, 80);
    }

    [Fact]
    public void A_generic_method_of_a_generic_type_is_measured()
    {
        new AcmePool<string>().Solve<int>(new AcmeRequest("acme-generic"), "four");
        Expect("acme-generic", 1, 4, 2);
    }

    [Fact]
    public async Task A_stream_is_measured()
    {
        List<string> texts = [];
        await foreach (var chunk in new AcmePool<string>().SolveStream(new AcmeRequest("acme-stream"), "hello"))
        {
            texts.Add(chunk.Text);
        }

        Assert.Equal(["", "hello", ""], texts);
        Expect("acme-stream", 1, 7, 8);
        Assert.Equal(1, Recorded.Of("acme", "acme-stream").FirstTokens);
    }

    [Fact]
    public async Task A_stream_whose_request_is_null_or_whose_reader_stops()
    {
        await foreach (var _ in new AcmePool<string>().SolveStream(null, "hello"))
        {
            break;
        }

        Assert.Equal((1, 0, 0), (Recorded.Of("acme", "unknown").Cancelled, Recorded.Of("acme", "unknown").Success, Recorded.Of("acme", "unknown").InFlight));
    }

    [Fact]
    [AiCall("acme", "acme-static", Name = "solve")]
    public async Task A_static_method_with_explicit_labels_is_measured()
    {
        await AcmeStatic.SolveValueAsync("12345");
        Expect("acme-static", 1, 5, 1);
        Assert.Equal(["solve"], Recorded.CallsOf("acme", "acme-static"));
    }

    [Fact]
    public async Task Over_another_known_api_the_inner_call_is_the_request()
    {
        await new AcmeOverChat(new FakeChatClient("acme inner", "acme-inner")).SolveOverChatAsync("one");
        Assert.Equal((1, 0), (Recorded.Of("acme inner", "acme-inner").Success, Recorded.Of("acme", "acme-over-chat").Requests));
        Assert.Equal(["DeclaredApiTests.Over_another_known_api_the_inner_call_is_the_request"], Recorded.CallsOf("acme inner", "acme-inner"));
    }

    static void Expect(string model, int successes, int input, int output)
    {
        var recorded = Recorded.Of("acme", model);
        Assert.Equal((successes, input, output, 0), (recorded.Success, recorded.Input, recorded.Output, recorded.InFlight));
    }
}
