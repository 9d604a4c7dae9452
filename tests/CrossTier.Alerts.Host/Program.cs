// A load that an operator's alerts are rehearsed with. Arguments: the ports of the application's metrics, of a GPU exporter and of an inference
// server's metrics. Lines on standard input change how the providers behave; "quit" ends it.
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using CrossTier;
using CrossTier.Alerts.Host;
using CrossTier.Samples.SimulatedProviders;
using OpenAI;
using OpenAI.Chat;
using Prometheus;

int[] ports = [.. args.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
var answer = TimeSpan.FromMilliseconds(30);
await using var cloud = await SimulatedProvider.StartAsync(new() { Latency = answer, CachedInputTokens = 2, ErrorStatus = 503 });
await using var local = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(100) });
var second = await SimulatedProvider.StartAsync(new() { Latency = answer });
await using var house = await SimulatedProvider.StartAsync();
await using var mute = await SimulatedProvider.StartAsync(new() { OmitUsage = true });
var (gpu, isDirty, started) = (0.4, false, DateTime.UtcNow);

Metrics.DefaultRegistry.AddCrossTier();
using var metrics = new MetricServer("127.0.0.1", ports[0]).Start();
using var gpuExporter = new Exporter(ports[1], () => string.Create(CultureInfo.InvariantCulture, $"DCGM_FI_DEV_GPU_UTIL{{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"gpu-1\"}} {gpu * 100}\n"));
using var serverMetrics = new Exporter(ports[2], () => ServerPage((DateTime.UtcNow - started).TotalSeconds));

var shop = new Shop(Client(cloud), Client(local), Client(second), Client(house), Client(mute));
using var stop = new CancellationTokenSource();
var load = new Load(stop.Token);
Task[] loads =
[
    load.RunAsync(10, () => shop.AnswerAsync()),
    load.RunAsync(1, ImpatientAsync),
    load.RunAsync(14, shop.TriageAsync),
    load.RunAsync(8, shop.SummariseAsync),
    load.RunAsync(2, shop.RankAsync, () => isDirty),
    load.RunAsync(2, shop.GuessAsync, () => isDirty),
];

Console.WriteLine("ready");
while (Console.ReadLine() is { } line && line != "quit")
{
    switch (line.Split(' '))
    {
        case ["cloud-errors", var share]:
            cloud.Options.ErrorRate = double.Parse(share, CultureInfo.InvariantCulture);
            break;
        case ["local-places", var places]:
            local.Options.MaxConcurrency = int.Parse(places, CultureInfo.InvariantCulture);
            break;
        case ["gpu", var share]:
            gpu = double.Parse(share, CultureInfo.InvariantCulture);
            break;
        case ["second-down"]:
            await second.DisposeAsync();
            break;
        case ["second-up"]:
            second = await SimulatedProvider.StartAsync(new() { Latency = answer, Port = second.BaseAddress.Port });
            break;
        case ["dirty"]:
            isDirty = true;
            break;
    }

    Console.WriteLine("done " + line);
}

await stop.CancelAsync();
await Task.WhenAll(loads);
await second.DisposeAsync();

async Task ImpatientAsync()
{
    using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
    await shop.AnswerAsync(impatience.Token);
}

static ChatClient Client(SimulatedProvider provider) => new("any", new ApiKeyCredential("none"), new OpenAIClientOptions
{
    Endpoint = provider.OpenAIAddress,
    RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
});

// Also a series of ours that no code of this program makes: retries are counted by the HTTP handler.
static string ServerPage(double seconds) => string.Create(CultureInfo.InvariantCulture, $$"""
    vllm:num_requests_waiting{model_name="qwen"} 1
    vllm:num_requests_running{model_name="qwen"} 3
    vllm:prompt_tokens_total{model_name="qwen"} {{seconds * 100:0}}
    vllm:generation_tokens_total{model_name="qwen"} {{seconds * 40:0}}
    vllm:e2e_request_latency_seconds_bucket{model_name="qwen",le="1"} {{seconds * 5:0}}
    vllm:e2e_request_latency_seconds_bucket{model_name="qwen",le="+Inf"} {{seconds * 5:0}}
    vllm:e2e_request_latency_seconds_sum{model_name="qwen"} {{seconds * 2:0}}
    vllm:e2e_request_latency_seconds_count{model_name="qwen"} {{seconds * 5:0}}
    vllm:time_to_first_token_seconds_bucket{model_name="qwen",le="0.1"} {{seconds * 5:0}}
    vllm:time_to_first_token_seconds_bucket{model_name="qwen",le="+Inf"} {{seconds * 5:0}}
    ai_gateway_retries_total{provider="openai",model="gpt-4o"} {{seconds:0}}

    """);
