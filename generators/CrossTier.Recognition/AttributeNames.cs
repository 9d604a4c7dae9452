namespace CrossTier.Recognition;

/// <summary>The metadata names of our attributes.</summary>
static class AttributeNames
{
    public const string AiCall = "CrossTier.AiCallAttribute";
    public const string AiIgnore = "CrossTier.AiIgnoreAttribute";
    public const string AiQueue = "CrossTier.AiQueueAttribute";
    public const string AiApi = "CrossTier.AiApiAttribute";
    public const string AiTier = "CrossTier.AiTier";
}
