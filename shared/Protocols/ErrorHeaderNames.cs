namespace CrossTier.Protocols;

/// <summary>The headers in which a reply names its error.</summary>
static class ErrorHeaderNames
{
    /// <summary>Amazon's: the exception, and after a colon an address.</summary>
    public const string AmazonErrorType = "x-amzn-ErrorType";
}
