using System.Net;

namespace CrossTier.Http.Tests.Support;

/// <summary>What a plug-in sends through the handler, and what answers it: all of its own types.</summary>
public sealed class PluginHandler(Exception? failure) : HttpMessageHandler
{
    public static async Task Succeed()
    {
        using var client = Clients.Measured(new Uri("http://plug-in.example/"), new PluginHandler(null));
        Assert.Contains("usage", await (await client.SendAsync(Clients.Chat())).Content.ReadAsStringAsync());
    }

    public static async Task Fail()
    {
        using var client = Clients.Measured(new Uri("http://plug-in.example/"), new PluginHandler(new PluginException()));
        await Assert.ThrowsAsync<PluginException>(() => client.SendAsync(Clients.Chat()));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => failure is null
        ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new PluginContent() })
        : Task.FromException<HttpResponseMessage>(failure);

    sealed class PluginException : Exception
    {
        public int Status { get; } = 503;
    }

    sealed class PluginContent : ByteArrayContent
    {
        public PluginContent()
            : base("""{"usage":{"prompt_tokens":1,"completion_tokens":2}}"""u8.ToArray())
        {
            Headers.ContentType = new("application/json");
        }
    }
}
