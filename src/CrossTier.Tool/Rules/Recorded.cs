namespace CrossTier.Tool.Rules;

/// <summary>The names of the recorded series: <c>level:metric:operations</c>. Dashboards and alerts read them; renaming one breaks both.</summary>
static class Recorded
{
    public const string RequestsIncrease = "job_provider_model_status:ai_gateway_requests:increase5m";
    public const string RequestsRate = "job_provider_model_status:ai_gateway_requests:rate5m";
    public const string ErrorsIncrease = "job_provider_model_error:ai_gateway_errors:increase5m";
    public const string CallerFaults = "job_provider_model:ai_gateway_caller_faults:increase10m";
    public const string JudgedIncrease = "job_provider_model:ai_gateway_requests_judged:increase10m";
    public const string SuccessIncrease = "job_provider_model:ai_gateway_requests_succeeded:increase10m";
    public const string JudgedRate = "job_provider:ai_gateway_requests_judged:rate5m";
    public const string FailedRate = "job_provider:ai_gateway_requests_failed:rate5m";
    public const string ErrorRatio = "job_provider:ai_gateway_error_ratio:rate";
    public const string BudgetLeft = "job_provider:ai_gateway_error_budget_left:ratio30d";
    public const string CancelledRatio = "job_provider:ai_gateway_cancelled:ratio10m";
    public const string FinishReasonsHour = "job_provider_model:ai_gateway_finish_reasons:increase1h";
    public const string LengthRatio = "job_provider_model:ai_gateway_finish_length:ratio1h";
    public const string LengthBaseline = "job_provider_model:ai_gateway_finish_length:ratio1d";
    public const string CancelledAge = "job_provider:ai_gateway_cancelled_seconds:mean10m";

    public const string Duration = "job_provider_model:ai_gateway_request_duration_seconds:";
    public const string FirstToken = "job_provider_model:ai_gateway_time_to_first_token_seconds:";
    public const string DurationMean = Duration + "mean10m";
    public const string DurationBaseline = Duration + "mean1d";
    public const string OnTarget = "job_provider_model:ai_gateway_latency_on_target:ratio10m";
    public const string OutputSpeed = "job_provider_model:ai_gateway_output_tokens_per_second:mean10m";

    public const string TokensIncrease = "job_provider_model_direction:ai_gateway_tokens:increase5m";
    public const string TokensRate = "job_provider_model_direction:ai_gateway_tokens:rate5m";
    public const string TokensDay = "job:ai_gateway_tokens:increase1d";
    public const string DetailsIncrease = "job_provider_model_detail:ai_gateway_token_details:increase5m";
    public const string PartsIncrease = "job_provider_model_direction:ai_gateway_token_parts:increase5m";
    public const string TierPartsIncrease = "job_provider_model_direction_tier:ai_gateway_token_parts:increase5m";
    public const string TokenPrice = "job_provider_model_direction:ai_gateway_token_price_usd:max";
    public const string TierTokenPrice = "job_provider_model_direction_tier:ai_gateway_token_price_usd:max";
    public const string ToolUsesIncrease = "job_provider_model_tool:ai_gateway_billed_tool_uses:increase5m";
    public const string UnpricedToolUses = "job_provider_model:ai_gateway_billed_tool_uses_unpriced:increase5m";
    public const string Unpriced = "job_provider_model:ai_gateway_tokens_unpriced:increase5m";
    public const string CostRate = "job_provider_model:ai_gateway_cost_usd:rate5m";
    public const string CostHour = "job_provider_model:ai_gateway_cost_usd:increase1h";
    public const string CostDay = "job_provider_model:ai_gateway_cost_usd:increase1d";
    public const string CallTokensIncrease = "job_call_provider_model_direction:ai_gateway_tokens:increase5m";
    public const string CallDetailsIncrease = "job_call_provider_model_detail:ai_gateway_token_details:increase5m";
    public const string CallPartsIncrease = "job_call_provider_model_direction:ai_gateway_token_parts:increase5m";
    public const string CallListCostRate = "job_call_provider_model:ai_gateway_list_cost_usd:rate5m";
    public const string CallCostRate = "job_call_provider_model:ai_gateway_cost_usd:rate5m";
    public const string CacheDiscountRate = "job_provider_model:ai_gateway_cache_discount_usd:rate5m";

    public const string TierRequestsRate = "job_tier:ai_gateway_requests_judged:rate5m";
    public const string TierErrorRatio = "job_tier:ai_gateway_error_ratio:rate5m";
    public const string TierDurationMean = "job_tier:ai_gateway_request_duration_seconds:mean10m";
    public const string TierDurationP95 = "job_tier:ai_gateway_request_duration_seconds:p95_10m";
    public const string TierTokensRate = "job_tier_direction:ai_gateway_tokens:rate5m";
    public const string TierCostRate = "job_tier:ai_gateway_cost_usd:rate5m";
    public const string TierCostPerMillion = "job_tier:ai_gateway_cost_usd_per_million_tokens:ratio1h";

    public const string QueueDepth = "job_model_server:ai_gateway_local_queue_depth:sum";
    public const string ServerLoad = "server:ai_gateway_local_queue_depth:sum";
    public const string ServerWaiting = "job_server_engine_model:ai_server_requests_waiting:sum";
    public const string ServerRunning = "job_server_engine_model:ai_server_requests_running:sum";
    public const string ServerTokens = "job_server_engine_model_direction:ai_server_tokens:rate5m";
    public const string ServerDurationMean = "job_server_engine_model:ai_server_request_duration_seconds:mean10m";
    public const string ServerDurationP95 = "job_server_engine_model:ai_server_request_duration_seconds:p95_10m";
    public const string ServerFirstTokenP95 = "job_server_engine_model:ai_server_time_to_first_token_seconds:p95_10m";
    public const string Gpu = "host:gpu_utilization:ratio";

    /// <summary>The error ratio over a window, such as <c>1h</c>.</summary>
    public static string ErrorRatioOver(string window) => ErrorRatio + window;
}
