using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

/// <summary>What servers and GPU exporters say, under one set of names.</summary>
static class ServerCases
{
    public static IEnumerable<RuleCase> All =>
    [
        Gauges("vllm", "vllm:num_requests_waiting", "vllm:num_requests_running", "model_name=\"m\""),
        Gauges("vllm", "vllm_num_requests_waiting", "vllm_num_requests_running", "model_name=\"m\""),
        Gauges("nim", "num_requests_waiting", "num_requests_running", "model_name=\"m\""),
        Gauges("sglang", "sglang:num_queue_reqs", "sglang:num_running_reqs", "model_name=\"m\""),
        Gauges("tgi", "tgi_queue_size", "tgi_batch_current_size", ""),
        Gauges("llama.cpp", "llamacpp:requests_deferred", "llamacpp:requests_processing", ""),
        new RuleCase("server queue: triton").Given("nv_inference_pending_request_count{job=\"gpu\",instance=\"h:1\",model=\"m\",version=\"1\"}", "3x10")
            .Check("5m", Sum(Recorded.ServerWaiting, "triton", "m"), 3),
        new RuleCase("server queue: vLLM with data-parallel engines of its own")
            .Given("vllm:num_requests_waiting{job=\"gpu\",instance=\"h:1\",model_name=\"m\",engine=\"0\"}", "3x10")
            .Given("vllm:num_requests_waiting{job=\"gpu\",instance=\"h:1\",model_name=\"m\",engine=\"1\"}", "4x10")
            .Check("5m", Sum(Recorded.ServerWaiting, "vllm", "m"), 7),

        Counters("vllm", "vllm:prompt_tokens_total", "vllm:generation_tokens_total", "model_name=\"m\""),
        Counters("nim", "prompt_tokens_total", "generation_tokens_total", "model_name=\"m\""),
        Counters("sglang", "sglang:prompt_tokens_total", "sglang:generation_tokens_total", "model_name=\"m\""),
        Counters("tgi", "tgi_request_input_length_sum", "tgi_request_generated_tokens_sum", ""),
        Counters("llama.cpp", "llamacpp:prompt_tokens_total", "llamacpp:tokens_predicted_total", ""),
        new RuleCase("server tokens: localai")
            .Given("localai_tokens_total{job=\"gpu\",instance=\"h:1\",served_model=\"m\",kind=\"prompt\"}", "0+60x10")
            .Given("localai_tokens_total{job=\"gpu\",instance=\"h:1\",served_model=\"m\",kind=\"completion\"}", "0+120x10")
            .Check("8m", Sum(Recorded.ServerTokens, "localai", "m", "direction=\"input\""), 1)
            .Check("8m", Sum(Recorded.ServerTokens, "localai", "m", "direction=\"output\""), 2),

        Histogram("vllm", "vllm:e2e_request_latency_seconds", "model_name=\"m\""),
        Histogram("nim", "e2e_request_latency_seconds", "model_name=\"m\""),
        Histogram("sglang", "sglang:e2e_request_latency_seconds", "model_name=\"m\""),
        Histogram("tgi", "tgi_request_duration", ""),
        Histogram("localai", "api_call", "method=\"POST\""),
        new RuleCase("server latency: triton counts microseconds")
            .Given("nv_inference_request_duration_us{job=\"gpu\",instance=\"h:1\",model=\"m\"}", "0+3000000x20")
            .Given("nv_inference_request_success{job=\"gpu\",instance=\"h:1\",model=\"m\"}", "0+6x20")
            .Check("15m", Sum(Recorded.ServerDurationMean, "triton", "m"), 0.5),
        new RuleCase("server first token: vllm and triton")
            .Given("vllm:time_to_first_token_seconds_bucket{job=\"gpu\",instance=\"h:1\",model_name=\"m\",le=\"0.1\"}", "0+10x20")
            .Given("vllm:time_to_first_token_seconds_bucket{job=\"gpu\",instance=\"h:1\",model_name=\"m\",le=\"+Inf\"}", "0+10x20")
            .Given("nv_inference_first_response_histogram_ms_bucket{job=\"gpu\",instance=\"h:2\",model=\"t\",le=\"200\"}", "0+10x20")
            .Given("nv_inference_first_response_histogram_ms_bucket{job=\"gpu\",instance=\"h:2\",model=\"t\",le=\"+Inf\"}", "0+10x20")
            .Check("15m", $"round({Sum(Recorded.ServerFirstTokenP95, "vllm", "m")}, 0.001)", 0.095)
            .Check("15m", $"round({Sum(Recorded.ServerFirstTokenP95, "triton", "t")}, 0.001)", 0.19),

        new RuleCase("load: waiting and running of a server that the application does not count")
            .Given("vllm:num_requests_waiting{job=\"gpu\",instance=\"h:1\",model_name=\"m\"}", "3x10")
            .Given("vllm:num_requests_running{job=\"gpu\",instance=\"h:1\",model_name=\"m\"}", "8x10")
            .Check("5m", $"sum({Recorded.ServerLoad}{{server=\"h:1\"}})", 11),

        Gpu("dcgm", "DCGM_FI_DEV_GPU_UTIL{job=\"d\",instance=\"x:9400\",gpu=\"0\",Hostname=\"h\"}", "93"),
        Gpu("nvidia-smi", "nvidia_smi_utilization_gpu_ratio{job=\"d\",instance=\"h:9835\",uuid=\"a\"}", "0.93"),
        Gpu("rocm", "gpu_gfx_activity{job=\"d\",instance=\"h:5000\",gpu_id=\"0\"}", "93"),
        Gpu("rocm with a host name", "gpu_gfx_activity{job=\"d\",instance=\"x:5000\",gpu_id=\"0\",hostname=\"h\"}", "93"),
        Gpu("triton", "nv_gpu_utilization{job=\"d\",instance=\"h:8002\",gpu_uuid=\"a\"}", "0.93"),
        Gpu("dcgm under MIG", "DCGM_FI_PROF_GR_ENGINE_ACTIVE{job=\"d\",instance=\"x:9400\",gpu=\"0\",GPU_I_ID=\"1\",Hostname=\"h\"}", "0.93")
            .Given("DCGM_FI_DEV_GPU_UTIL{job=\"d\",instance=\"x:9400\",gpu=\"0\",Hostname=\"h\"}", "0x10"),
        Gpu("the busiest of two", "DCGM_FI_DEV_GPU_UTIL{job=\"d\",instance=\"x:9400\",gpu=\"0\",Hostname=\"h\"}", "93")
            .Given("DCGM_FI_DEV_GPU_UTIL{job=\"d\",instance=\"x:9400\",gpu=\"1\",Hostname=\"h\"}", "12x10"),
    ];

    static RuleCase Gauges(string engine, string waiting, string running, string model) => new RuleCase($"server queue: {engine}, {waiting}")
        .Given($"{waiting}{{{Labels(model)}}}", "3x10").Given($"{running}{{{Labels(model)}}}", "8x10")
        .Check("5m", Sum(Recorded.ServerWaiting, engine, model), 3).Check("5m", Sum(Recorded.ServerRunning, engine, model), 8);

    static RuleCase Counters(string engine, string input, string output, string model) => new RuleCase($"server tokens: {engine}")
        .Given($"{input}{{{Labels(model)}}}", "0+60x10").Given($"{output}{{{Labels(model)}}}", "0+120x10")
        .Check("8m", Sum(Recorded.ServerTokens, engine, model, "direction=\"input\""), 1)
        .Check("8m", Sum(Recorded.ServerTokens, engine, model, "direction=\"output\""), 2);

    static RuleCase Histogram(string engine, string name, string labels) => new RuleCase($"server latency: {engine}")
        .Given($"{name}_sum{{{Labels(labels)}}}", "0+30x20").Given($"{name}_count{{{Labels(labels)}}}", "0+60x20")
        .Given($"{name}_bucket{{{Labels(labels)},le=\"1\"}}", "0+60x20").Given($"{name}_bucket{{{Labels(labels)},le=\"+Inf\"}}", "0+60x20")
        .Check("15m", Sum(Recorded.ServerDurationMean, engine, labels), 0.5)
        .Check("15m", $"round({Sum(Recorded.ServerDurationP95, engine, labels)}, 0.01)", 0.95);

    static RuleCase Gpu(string exporter, string series, string value) =>
        new RuleCase($"gpu: {exporter}").Given(series, $"{value}x10").Check("5m", $"sum({Recorded.Gpu}{{host=\"h\"}})", 0.93);

    static string Labels(string model) => $"job=\"gpu\",instance=\"h:1\"{(model.Length > 0 ? "," + model : "")}";

    static string Sum(string recorded, string engine, string model, string further = "") =>
        $"sum({recorded}{{engine=\"{engine}\",server=~\"h:.\"{(model.StartsWith("model", StringComparison.Ordinal) ? ",model=\"m\"" : "")}"
        + $"{(further.Length > 0 ? "," + further : "")}}})";
}
