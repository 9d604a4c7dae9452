using static CrossTier.Protocols.ErrorKind;

namespace CrossTier.Protocols;

/// <summary>The errors that providers document, each with its source: what <see cref="ErrorTable"/> looks codes up in.</summary>
static class DocumentedErrors
{
    /// <summary>All of them, by provider.</summary>
    public static readonly DocumentedError[] All =
    [
        .. Of("openai", "https://platform.openai.com/docs/guides/error-codes",
            confirmed:
            [
                (429, "insufficient_quota", RateLimited),
                (429, "credit_balance_exhausted", RateLimited),
                (503, "server_is_overloaded", Unavailable),
                (503, "slow_down", Unavailable),
                (503, "service_unavailable_error", Unavailable),
            ],
            unconfirmed:
            [
                (401, "invalid_api_key", Auth),
                (403, "unsupported_country_region_territory", Auth),
                (404, "model_not_found", BadRequest),
                (400, "context_length_exceeded", BadRequest),
                (429, "rate_limit_exceeded", RateLimited),
                (500, "server_error", Unavailable),
            ]),
        .. Of("openai", "https://platform.openai.com/docs/api-reference/responses/object",
            (200, "invalid_prompt", BadRequest),
            (200, "vector_store_timeout", ErrorKind.Timeout),
            (200, "invalid_image", BadRequest),
            (200, "image_content_policy_violation", ContentFilter),
            (200, "failed_to_download_image", BadRequest),
            (200, "image_file_not_found", BadRequest)),
        .. Of("openai", "https://help.openai.com/en/articles/9258692",
            confirmed: [],
            unconfirmed:
            [
                (400, "content_policy_violation", ContentFilter),
            ]),
        .. Of("azure", "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/concepts/content-filter",
            (400, "content_filter", ContentFilter),
            (400, "ResponsibleAIPolicyViolation", ContentFilter)),
        .. Of("anthropic", "https://platform.claude.com/docs/en/api/errors",
            (400, "invalid_request_error", BadRequest),
            (401, "authentication_error", Auth),
            (402, "billing_error", RateLimited),
            (403, "permission_error", Auth),
            (404, "not_found_error", BadRequest),
            (409, "conflict_error", BadRequest),
            (413, "request_too_large", BadRequest),
            (429, "rate_limit_error", RateLimited),
            (500, "api_error", Unavailable),
            (504, "timeout_error", ErrorKind.Timeout),
            (529, "overloaded_error", Unavailable)),
        .. Of("google", "https://ai.google.dev/gemini-api/docs/troubleshooting",
            confirmed:
            [
                (400, "INVALID_ARGUMENT", BadRequest),
                (400, "FAILED_PRECONDITION", BadRequest),
                (403, "PERMISSION_DENIED", Auth),
                (404, "NOT_FOUND", BadRequest),
                (429, "RESOURCE_EXHAUSTED", RateLimited),
                (499, "CANCELLED", ErrorKind.Timeout), // Its page: the client or the network hung up too early.
                (503, "UNAVAILABLE", Unavailable),
            ],
            unconfirmed:
            [
                (500, "INTERNAL", Unavailable),
                (504, "DEADLINE_EXCEEDED", ErrorKind.Timeout),
            ]),
        .. Of("google", "https://ai.google.dev/gemini-api/docs/generate-content/api-errors",
            (400, "API_KEY_INVALID", Auth),
            (400, "API key not valid", Auth)),
        .. Of("bedrock", "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html",
            (400, "ValidationException", BadRequest),
            (403, "AccessDeniedException", Auth),
            (404, "ResourceNotFoundException", BadRequest),
            (408, "ModelTimeoutException", ErrorKind.Timeout),
            (424, "ModelErrorException", Unavailable),
            (424, "ModelStreamErrorException", Unavailable),
            (429, "ModelNotReadyException", RateLimited),
            (429, "ThrottlingException", RateLimited),
            (500, "InternalServerException", Unavailable),
            (503, "ServiceUnavailableException", Unavailable)),
        .. Of("bedrock", "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html",
            (400, "ServiceQuotaExceededException", RateLimited)),
        .. Of("bedrock", "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html",
            (400, "IncompleteSignature", Auth),
            (400, "NotAuthorized", Auth),
            (400, "RequestExpired", Auth),
            (403, "InvalidClientTokenId", Auth),
            (404, "FTUFormNotFilled", BadRequest),
            (500, "InternalFailure", Unavailable)),
        .. Of("groq", "https://console.groq.com/docs/errors",
            confirmed:
            [
                (422, "", BadRequest),
                (424, "", Unavailable),
                (498, "capacity_exceeded", RateLimited),
                (499, "", ErrorKind.Timeout),
            ],
            unconfirmed:
            [
                (413, "rate_limit_exceeded", RateLimited),
            ]),
        .. Of("deepseek", "https://api-docs.deepseek.com/quick_start/error_codes",
            (401, "", Auth),
            (402, "", RateLimited),
            (422, "", BadRequest),
            (503, "", Unavailable)),
        .. Of("cohere", "https://docs.cohere.com/reference/errors",
            (402, "", RateLimited),
            (499, "", ErrorKind.Timeout)),
        .. Of("xai", "https://docs.x.ai/docs/key-information/debugging",
            confirmed:
            [
                (403, "", Auth),
            ],
            unconfirmed:
            [
                (400, "Incorrect API key", Auth),
            ]),
        .. Of("openrouter", "https://openrouter.ai/docs/api/reference/errors-and-debugging",
            (402, "", RateLimited),
            (403, "requires moderation", ContentFilter),
            (408, "", ErrorKind.Timeout),
            (502, "", Unavailable),
            (503, "", Unavailable)),
        .. Of("together", "https://docs.together.ai/docs/error-codes",
            confirmed:
            [
                (402, "", RateLimited),
                (503, "", Unavailable),
            ],
            unconfirmed:
            [
                (403, "Input validation error", BadRequest), // More tokens than the model takes.
            ]),
        .. Of("fireworks", "https://docs.fireworks.ai/guides/inference-error-codes",
            confirmed:
            [
                (402, "", RateLimited),
                (405, "", BadRequest),
            ],
            unconfirmed:
            [
                (412, "PRECONDITION_FAILED", RateLimited), // The account is suspended, for its bills.
            ]),
        .. Of("cerebras", "https://inference-docs.cerebras.ai/support/error",
            (402, "", RateLimited),
            (422, "", BadRequest)),
        .. Of("moonshot", "https://platform.moonshot.ai/docs/api/errors",
            confirmed:
            [
                (400, "content_filter", ContentFilter),
                (401, "invalid_authentication_error", Auth),
                (401, "incorrect_api_key_error", Auth),
            ],
            unconfirmed:
            [
                (403, "permission_denied_error", Auth),
                (403, "exceeded_current_quota_error", RateLimited),
                (404, "resource_not_found_error", BadRequest),
                (429, "engine_overloaded_error", RateLimited),
                (429, "rate_limit_reached_error", RateLimited),
                (500, "unexpected_output", Unavailable),
            ]),
        .. Of("zhipu", "https://docs.bigmodel.cn/cn/api/api-code",
            (401, "1000", Auth),
            (401, "1001", Auth),
            (401, "1002", Auth),
            (401, "1003", Auth),
            (401, "1004", Auth),
            (429, "1113", RateLimited),
            (400, "1210", BadRequest),
            (400, "1211", BadRequest),
            (400, "1212", BadRequest),
            (400, "1213", BadRequest),
            (400, "1214", BadRequest),
            (400, "1215", BadRequest),
            (500, "1230", Unavailable),
            (500, "1234", Unavailable),
            (400, "1261", BadRequest),
            (400, "1301", ContentFilter),
            (429, "1302", RateLimited),
            (429, "1303", RateLimited),
            (429, "1304", RateLimited),
            (429, "1305", RateLimited),
            (429, "1308", RateLimited),
            (429, "1310", RateLimited)),
        .. Of("alibaba", "https://www.alibabacloud.com/help/en/model-studio/error-code",
            confirmed:
            [
                (400, "InvalidParameter", BadRequest),
                (400, "Arrearage", RateLimited),
                (400, "DataInspectionFailed", ContentFilter),
                (401, "InvalidApiKey", Auth),
                (403, "AccessDenied", Auth),
                (404, "ModelNotFound", BadRequest),
                (429, "Throttling.RateQuota", RateLimited),
                (429, "Throttling.AllocationQuota", RateLimited),
            ],
            unconfirmed:
            [
                (400, "data_inspection_failed", ContentFilter),
                (403, "AllocationQuota.FreeTierOnly", RateLimited),
                (429, "Throttling", RateLimited),
                (500, "InternalError", Unavailable),
            ]),
        .. Of("llama.cpp", "https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md",
            (400, "exceed_context_size_error", BadRequest),
            (501, "not_supported_error", Unavailable),
            (503, "unavailable_error", Unavailable)),
        .. Of("tgi", "https://github.com/huggingface/text-generation-inference/blob/main/docs/source/reference/api_reference.md",
            confirmed: [],
            unconfirmed:
            [
                (422, "validation", BadRequest),
                (424, "generation", Unavailable),
                (429, "overloaded", RateLimited),
                (500, "incomplete_generation", Unavailable),
            ]),
    ];

    static IEnumerable<DocumentedError> Of(string provider, string source, params (int Status, string Code, ErrorKind Kind)[] rows) =>
        rows.Select(row => new DocumentedError(provider, row.Status, row.Code, row.Kind, source, IsConfirmed: true));

    // Unconfirmed: of what the page lists, that which no stored copy or quotation of it shows.
    static IEnumerable<DocumentedError> Of(
        string provider,
        string source,
        (int Status, string Code, ErrorKind Kind)[] confirmed,
        (int Status, string Code, ErrorKind Kind)[] unconfirmed) =>
        [.. Of(provider, source, confirmed), .. Of(provider, source, unconfirmed).Select(error => error with { IsConfirmed = false })];
}
