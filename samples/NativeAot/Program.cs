using CrossTier;
using CrossTier.Samples.NativeAot;
using Microsoft.Extensions.AI;
using Prometheus;

// What .ci/run publishes and runs as native code: an intercepted call, an intercepted stream, the middleware, a queue, a scrape.
Metrics.SuppressDefaultMetrics();
Metrics.DefaultRegistry.AddCrossTier();

var assistant = new Assistant(new LocalModel());
AiQueues.Join(assistant);
await assistant.AskAsync("Hello?");
await assistant.StreamAsync("Hello?");

// Counted once, though the middleware and the code around the call both see it.
await new Assistant(new LocalModel().AsBuilder().UseCrossTier().Build()).AskAsync("Hello?");

await using var page = Console.OpenStandardOutput();
await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(page);
GC.KeepAlive(assistant); // A queue is held weakly.
