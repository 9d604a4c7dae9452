namespace CrossTier.Tool.Rules.Recordings;

/// <summary>What an inference server exposes by itself. Names of several versions stand side by side: those that exist are used.</summary>
/// <param name="Engine">The <c>engine</c> label.</param>
/// <param name="ModelLabel">The label that names the model, or null.</param>
sealed record InferenceServer(string Engine, string? ModelLabel)
{
    /// <summary>Gauges of requests that wait.</summary>
    public string[] Waiting { get; init; } = [];

    /// <summary>Gauges of requests that are computed.</summary>
    public string[] Running { get; init; } = [];

    /// <summary>Counters of tokens read.</summary>
    public string[] Input { get; init; } = [];

    /// <summary>Counters of tokens written.</summary>
    public string[] Output { get; init; } = [];

    /// <summary>Histograms of durations in seconds, without suffix.</summary>
    public string[] Duration { get; init; } = [];

    /// <summary>Histograms of the time to first token in seconds, without suffix.</summary>
    public string[] FirstToken { get; init; } = [];

    public static IReadOnlyList<InferenceServer> All { get; } =
    [
        new("vllm", "model_name")
        {
            Waiting = ["vllm:num_requests_waiting", "vllm_num_requests_waiting"],
            Running = ["vllm:num_requests_running", "vllm_num_requests_running"],
            Input = ["vllm:prompt_tokens_total", "vllm:prompt_tokens", "vllm_prompt_tokens_total"],
            Output = ["vllm:generation_tokens_total", "vllm:generation_tokens", "vllm_generation_tokens_total"],
            Duration = ["vllm:e2e_request_latency_seconds", "vllm_e2e_request_latency_seconds"],
            FirstToken = ["vllm:time_to_first_token_seconds", "vllm_time_to_first_token_seconds"],
        },
        new("nim", "model_name")
        {
            Waiting = ["num_requests_waiting"],
            Running = ["num_requests_running"],
            Input = ["prompt_tokens_total"],
            Output = ["generation_tokens_total"],
            Duration = ["e2e_request_latency_seconds"],
            FirstToken = ["time_to_first_token_seconds"],
        },
        new("sglang", "model_name")
        {
            Waiting = ["sglang:num_queue_reqs", "sglang_num_queue_reqs"],
            Running = ["sglang:num_running_reqs", "sglang_num_running_reqs"],
            Input = ["sglang:prompt_tokens_total", "sglang_prompt_tokens_total"],
            Output = ["sglang:generation_tokens_total", "sglang_generation_tokens_total"],
            Duration = ["sglang:e2e_request_latency_seconds", "sglang_e2e_request_latency_seconds"],
            FirstToken = ["sglang:time_to_first_token_seconds", "sglang_time_to_first_token_seconds"],
        },
        new("tgi", null)
        {
            Waiting = ["tgi_queue_size"],
            Running = ["tgi_batch_current_size"],
            Input = ["tgi_request_input_length_sum"],
            Output = ["tgi_request_generated_tokens_sum"],
            Duration = ["tgi_request_duration"],
        },
        new("llama.cpp", null)
        {
            Waiting = ["llamacpp:requests_deferred"],
            Running = ["llamacpp:requests_processing"],
            Input = ["llamacpp:prompt_tokens_total"],
            Output = ["llamacpp:tokens_predicted_total"],
        },
        new("triton", "model") { Waiting = ["nv_inference_pending_request_count"] },
        new("localai", "served_model")
        {
            Input = ["localai_tokens_total{kind=\"prompt\"}"],
            Output = ["localai_tokens_total{kind=\"completion\"}"],
            Duration = ["api_call{method=\"POST\"}"],
        },
    ];
}
