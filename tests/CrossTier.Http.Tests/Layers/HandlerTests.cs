using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests.Layers;

/// <summary>Handlers of an application around ours.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task Above_a_handler_that_retries_the_attempts_are_one_request()
    {
        await using var server = Attempts.Server(isStream: false, 503, 429);
        using var client = Clients.Measured(server.Address, new RetryHandler(Clients.Socket()));

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat()));

        Assert.Equal((1, 0, 0, 7, 3, 0), counted.Sums());
        Assert.Equal(0, counted.Retries());
    }

    [Fact]
    public async Task One_above_and_one_below_it_count_one_request_and_its_retries()
    {
        await using var server = Attempts.Server(isStream: false, 503, 429);
        using var client = Clients.Measured(server.Address, new RetryHandler(new CrossTierHandler(Clients.Socket())));

        foreach (var content in (Func<HttpContent>[])[
            () => Clients.Json("{\"model\":\"m\"}"),
            () => System.Net.Http.Json.JsonContent.Create(new { model = "m" }),
        ])
        {
            await using var fresh = Attempts.Server(isStream: false, 503, 429);
            var counted = await Counted.By(() => client.PostAsync(new Uri(fresh.Address, "v1/chat/completions"), content()));

            Assert.Equal((1, 0, 0, 7, 3, 0), counted.Sums());
            Assert.Equal(["m"], counted.RequestsBy("model").Keys);
            Assert.Equal(2, counted.Retries());
        }
    }

    [Fact]
    public async Task Below_it_each_attempt_is_a_request_and_those_after_the_first_are_retries_too()
    {
        await using var server = Attempts.Server(isStream: false, 503, 429);
        using var client = new HttpClient(new RetryHandler(new CrossTierHandler(Clients.Socket()))) { BaseAddress = server.Address };

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat()));

        Assert.Equal((1, 2, 0, 7, 3, 0), counted.Sums());
        Assert.Equal(2, counted.Retries());
    }

    [Fact]
    public async Task A_handler_that_answers_by_itself_is_measured_as_it_answers()
    {
        using var client = Clients.Measured(
            new Uri("http://fake.example/"),
            new CannedHandler("application/json", "{\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":1}}"u8.ToArray()));

        Assert.Equal(
            (1, 0, 0, 2, 1, 0),
            (await Counted.By(() => client.PostAsync("v1/chat/completions", System.Net.Http.Json.JsonContent.Create(new { model = "m" })))).Sums());
    }

    /// <summary>Sends the same message again, as resilience handlers do.</summary>
    sealed class RetryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                var reply = await base.SendAsync(request, cancellationToken);
                if (reply.IsSuccessStatusCode)
                {
                    return reply;
                }

                reply.Dispose();
            }
        }
    }
}
