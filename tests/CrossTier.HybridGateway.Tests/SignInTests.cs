using System.Net;
using CrossTier.HybridGateway.Tests.Support;
using CrossTier.Samples.HybridGateway;
using CrossTier.Samples.HybridGateway.Http;
using Microsoft.AspNetCore.Http;

namespace CrossTier.HybridGateway.Tests;

/// <summary>A browser sees the page of a gateway that has a token.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_form_takes_the_token_and_sets_a_cookie_that_opens_the_page_alone()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Token = "secret" });
        using var browser = Browser(gateway.Gateway.Address);

        using var asked = await browser.GetAsync("/crosstier/");
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (asked.StatusCode, asked.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<form method=\"post\">", await asked.Content.ReadAsStringAsync());

        using var wrong = await browser.PostAsync("/crosstier/", Form("Secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Null(wrong.Says("Set-Cookie"));

        using var entered = await browser.PostAsync("/crosstier/", Form("secret"));
        Assert.Equal((HttpStatusCode.SeeOther, "/crosstier/"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        var cookie = entered.Says("Set-Cookie")!;
        Assert.All(["httponly", "samesite=strict", "path=/crosstier"], part => Assert.Contains(part, cookie));
        Assert.DoesNotContain("secret", cookie);
        Assert.DoesNotContain("secure", cookie);

        Assert.Contains("<html", await browser.GetStringAsync("/crosstier/"));
        Assert.StartsWith("{", await browser.GetStringAsync("/crosstier/data"));
        foreach (var path in new[] { "/v1/models", "/metrics" })
        {
            using var other = new HttpRequestMessage(HttpMethod.Get, path);
            other.Headers.Add("Cookie", cookie.Split(';')[0]);
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(other)).StatusCode);
        }
    }

    [Theory]
    [InlineData("crosstier-page=")]
    [InlineData("crosstier-page=99999999999.")]
    [InlineData("crosstier-page=99999999999.AAAA")]
    [InlineData("crosstier-page=1.AAAA.B")]
    [InlineData("crosstier-page=secret")]
    public async Task A_cookie_of_anybody_opens_nothing(string cookie)
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Token = "secret" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/crosstier/data") { Headers = { { "Cookie", cookie } } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Behind_a_reverse_proxy_one_setting_is_enough()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Token = "secret", PublicUrl = "https://ai.example.com/gateway/" });
        using var browser = Browser(gateway.Gateway.Address);
        browser.DefaultRequestHeaders.Host = "ai.example.com";

        using var entered = await browser.PostAsync("/crosstier/", Form("secret"));
        Assert.Equal("https://ai.example.com/gateway/crosstier/", entered.Headers.Location?.OriginalString);
        var cookie = entered.Says("Set-Cookie")!;
        Assert.All(["secure", "path=/gateway/crosstier"], part => Assert.Contains(part, cookie));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/crosstier/data") { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(page)).StatusCode);

        var refused = await Assert.ThrowsAsync<SetupException>(
            () => TestGateway.StartAsync(settings => settings with { PublicUrl = "https://ai.example.com" }));
        Assert.Contains("set Gateway:Token", refused.Message);
    }

    [Fact]
    public async Task Guesses_are_limited_for_each_address()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Token = "secret", PublicUrl = "https://ai.example.com/" });
        using var browser = Browser(gateway.Gateway.Address);
        for (var guess = 0; guess < SignInAttempts.MaxAttempts; guess++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync("guess" + guess, $"10.0.0.{guess}, 203.0.113.7"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await EnterAsync("one more", "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await EnterAsync("secret", "203.0.113.7"));
        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync("secret", "203.0.113.8"));

        async Task<HttpStatusCode> EnterAsync(string token, string forwarded)
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, "/crosstier/") { Content = Form(token), Headers = { { "X-Forwarded-For", forwarded } } };
            using var answer = await browser.SendAsync(form);
            Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
            return answer.StatusCode;
        }
    }

    [Fact]
    public void After_a_minute_an_address_may_try_again_and_strangers_take_no_memory()
    {
        var clock = new Clock();
        var attempts = new SignInAttempts(clock, isBehindProxy: false);
        Assert.Equal(SignInAttempts.MaxAttempts, Enumerable.Range(0, 20).Count(_ => attempts.TryBegin(From("2001:db8::1"))));
        Assert.False(attempts.TryBegin(From("2001:db8::2")));
        Assert.True(attempts.TryBegin(From("2001:db8:0:1::1")));
        clock.Now += SignInAttempts.Window;
        Assert.True(attempts.TryBegin(From("2001:db8::1")));

        var strangers = Enumerable.Range(0, 100_000).Count(number => attempts.TryBegin(From(new IPAddress(number).ToString())));
        Assert.InRange(strangers, 1, 1_010);
    }

    static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    static HttpClient Browser(Uri address)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*");
        return browser;
    }

    static FormUrlEncodedContent Form(string token) => new(new Dictionary<string, string> { ["token"] = token });

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
