using System.Net;
using CrossTier.AspNetCore.Page;
using CrossTier.Pages.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrossTier.Pages.Tests;

/// <summary>Who gets the page.</summary>
public sealed class AccessTests
{
    static readonly string[] Addresses = ["/crosstier", "/crosstier/", "/crosstier/data", "/crosstier/page.js"];

    [Fact]
    public async Task In_Development_the_page_is_there()
    {
        await using var host = await PageHost.StartAsync();
        using var page = await host.Http.GetAsync("/crosstier/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task Elsewhere_it_is_not_and_one_line_says_what_to_do()
    {
        await using var host = await PageHost.StartAsync("Production");
        foreach (var address in Addresses)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusOf(host, address));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(host, "/crosstier/", HttpMethod.Post));
        Assert.Contains("RequireAuthorization", Assert.Single(host.Log));
    }

    [Fact]
    public async Task Elsewhere_it_is_where_the_host_asked_for_it()
    {
        await using var host = await PageHost.StartAsync(
            application => application.MapCrossTier("/ops/ai", o => o.ServeOutsideDevelopment = true),
            "Production");
        Assert.Equal(HttpStatusCode.OK, await StatusOf(host, "/ops/ai/"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(host, "/ops/ai/data"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(host, "/crosstier/"));
    }

    [Fact]
    public async Task Behind_a_policy_it_is_for_those_who_meet_it()
    {
        await using var host = await PageHost.StartAsync(
            application =>
            {
                application.UseAuthentication();
                application.UseAuthorization();
                application.MapCrossTier().RequireAuthorization("operators");
            },
            "Production",
            services: services =>
            {
                services.AddAuthentication(KeyHandler.Scheme)
                    .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Scheme, null);
                services.AddAuthorization(o => o.AddPolicy("operators", policy => policy.RequireClaim("role", "operator")));
            });
        foreach (var address in Addresses)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(host, address));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(host, address, key: "visitor"));
            Assert.True(await StatusOf(host, address, key: "operator") is HttpStatusCode.OK or HttpStatusCode.Found);
        }
    }

    [Fact]
    public async Task A_policy_that_the_host_takes_back_does_not_open_it()
    {
        await using var host = await PageHost.StartAsync(
            application =>
            {
                application.UseAuthorization();
                application.MapCrossTier().RequireAuthorization().WithMetadata(new AllowAnonymousAttribute());
            },
            "Production",
            services: services => services.AddAuthorization());
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(host, "/crosstier/"));
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("LOCALHOST", HttpStatusCode.OK)]
    [InlineData("shop.localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.8.8.8:80", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("evil-localhost", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("192.168.0.1", HttpStatusCode.Forbidden)]
    public async Task On_loopback_the_host_must_be_loopback(string name, HttpStatusCode status)
    {
        await using var host = await PageHost.StartAsync();
        Assert.Equal(status, await StatusOf(host, "/crosstier/data", name: name));
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost", true)]
    [InlineData("shop.example.com", true)]
    [InlineData("SHOP.example.com.", true)]
    [InlineData("listening.example", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.1.2.4", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("", false)]
    public void Whatever_address_a_request_arrives_at_its_host_must_be_known(string name, bool isKnown)
    {
        var server = new ListeningServer("http://listening.example:5000", "http://0.0.0.0:5001", "http://*:5002");
        var hosts = new PageHosts(["shop.example.com"], server);
        var context = new DefaultHttpContext();
        context.Connection.LocalIpAddress = IPAddress.Parse("10.1.2.3");
        context.Request.Host = new HostString(name);
        Assert.Equal(isKnown, hosts.Contains(context));
        context.Request.Host = new HostString(Environment.MachineName.ToUpperInvariant(), 5000);
        Assert.True(hosts.Contains(context));
    }

    [Fact]
    public async Task A_host_that_the_application_adds_is_served()
    {
        await using var host = await PageHost.StartAsync(application => application.MapCrossTier(configure: o => o.AllowedHosts.Add("ai.example.com")));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(host, "/crosstier/data", name: "ai.example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(host, "/crosstier/data", name: "evil.example.com"));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("null")]
    public async Task A_script_of_another_site_reads_nothing_whatever_the_application_lets_it(string origin)
    {
        await using var host = await PageHost.StartAsync(
            application =>
            {
                application.UseCors(policy => policy.AllowAnyOrigin());
                application.MapCrossTier();
            },
            services: services => services.AddCors());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/crosstier/data");
        request.Headers.Add("Origin", origin);
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var own = new HttpRequestMessage(HttpMethod.Get, "/crosstier/data");
        own.Headers.Add("Origin", host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answered = await host.Http.SendAsync(own);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    /// <summary>A reverse proxy may send the name of the application and not its own.</summary>
    [Theory]
    [InlineData("https://ai.example.com", null, HttpStatusCode.OK)]
    [InlineData("https://other.example.com", "same-origin", HttpStatusCode.OK)]
    [InlineData("https://other.example.com", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("https://other.example.com", null, HttpStatusCode.Forbidden)]
    public async Task The_page_itself_is_known_behind_a_reverse_proxy(string origin, string? site, HttpStatusCode status)
    {
        await using var host = await PageHost.StartAsync(application => application.MapCrossTier(configure: o => o.AllowedHosts.Add("ai.example.com")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/crosstier/data");
        request.Headers.Add("Origin", origin);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Any_host_is_served_where_the_application_says_so()
    {
        await using var host = await PageHost.StartAsync(application => application.MapCrossTier(configure: o => o.AllowAnyHost = true));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(host, "/crosstier/data", name: "ai.example.com"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task It_only_reads(string method)
    {
        await using var host = await PageHost.StartAsync();
        foreach (var address in Addresses)
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusOf(host, address, new HttpMethod(method)));
        }
    }

    [Fact]
    public async Task Head_is_get_without_content()
    {
        await using var host = await PageHost.StartAsync();
        using var head = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/crosstier/page.js"));
        var content = await host.Http.GetByteArrayAsync("/crosstier/page.js");
        Assert.Equal(content.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    static async Task<HttpStatusCode> StatusOf(PageHost host, string address, HttpMethod? method = null, string? name = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Host = name;
        if (key is not null)
        {
            request.Headers.Add(KeyHandler.Header, key);
        }

        using var response = await host.Http.SendAsync(request);
        return response.StatusCode;
    }
}
