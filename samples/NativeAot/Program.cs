using CrossTier;
using CrossTier.Samples.NativeAot;
using Microsoft.Extensions.AI;
using Prometheus;

// What .ci/run publishes and runs as native code: an intercepted call, an intercepted stream, the middleware, a queue, an unmeasured request, a scrape.
Metrics.SuppressDefaultMetrics();
Metrics.DefaultRegistry.AddCrossTier();

var assistant = new Assistant(new LocalModel());
AiQueues.Join(assistant);
await assistant.AskAsync("Hello?");
await assistant.StreamAsync("Hello?");

// Counted once, though the middleware and the code around the call both see it.
await new Assistant(new LocalModel().AsBuilder().UseCrossTier().Build()).AskAsync("Hello?");

// Nothing measures this one, so the safety net counts it. It never leaves: there is no network.
using var blind = new HttpClient(new SocketsHttpHandler { ConnectCallback = static (_, _) => throw new IOException("no network") });
try
{
    using var body = new StringContent("{}");
#pragma warning disable AIC003 // Meant to be unmeasured.
    await blind.PostAsync(new Uri("https://api.openai.com/v1/chat/completions"), body);
#pragma warning restore AIC003
}
catch (HttpRequestException e) when (e.InnerException is IOException)
{
    Console.WriteLine("# The unmeasured request found no network.");
}

await using var page = Console.OpenStandardOutput();
await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(page);
GC.KeepAlive(assistant); // A queue is held weakly.
