namespace CrossTier.Outcomes;

/// <summary>
/// The HTTP status of Amazon Bedrock's exceptions, for those that come within a stream: they carry none. Source: the errors of Converse and
/// ConverseStream in the API reference of Bedrock.
/// </summary>
static class StreamedStatus
{
    const string Bedrock = "Amazon.BedrockRuntime.Model.";

    /// <summary>The status that an exception of this type has in a reply of its own; 0 if it is none of these.</summary>
    public static int Of(Type exception) =>
        exception.FullName is { } name && name.StartsWith(Bedrock, StringComparison.Ordinal)
            ? name[Bedrock.Length..] switch
            {
                "ValidationException" => 400,
                "AccessDeniedException" => 403,
                "ResourceNotFoundException" => 404,
                "ModelTimeoutException" => 408,
                "ModelErrorException" or "ModelStreamErrorException" => 424,
                "ThrottlingException" or "ModelNotReadyException" => 429,
                "InternalServerException" => 500,
                "ServiceUnavailableException" => 503,
                _ => 0,
            }
            : 0;
}
