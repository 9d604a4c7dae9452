using System.Diagnostics;
using System.Globalization;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>What stands beside a gateway and is not to be had in a test: a GPU with its exporter, and an inference server that has metrics.</summary>
sealed class Hardware : IDisposable
{
    readonly Stopwatch _clock = Stopwatch.StartNew();
    volatile int _load = 40;

    public Hardware()
    {
        Gpu = new(() => string.Create(CultureInfo.InvariantCulture, $"DCGM_FI_DEV_GPU_UTIL{{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"127.0.0.1\"}} {_load}\n"));
        Server = new(ServerPage);
    }

    public Exporter Gpu { get; }

    public Exporter Server { get; }

    /// <summary>How busy the GPU is, in percent.</summary>
    public int Load { set => _load = value; }

    public void Dispose()
    {
        Gpu.Dispose();
        Server.Dispose();
    }

    // Also series of ours that the gateway does not make: retries are counted, and rate limits read, by the HTTP handler.
    string ServerPage()
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $$"""
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
            ai_gateway_requests_total{provider="openai",model="gpt-4o",status="success"} {{seconds * 5:0}}
            ai_gateway_ratelimit_remaining{provider="openai",model="gpt-4o",kind="requests"} 59
            ai_gateway_ratelimit_remaining{provider="openai",model="gpt-4o",kind="tokens"} 149984

            """);
    }
}
