namespace CrossTier.Generators.Emission;

/// <summary>The types of the runtime that generated code names.</summary>
static class RuntimeNames
{
    public const string CallSite = "global::CrossTier.CompilerServices.CallSite";
    public const string ClientLabels = "global::CrossTier.CompilerServices.ClientLabels";
    public const string ConnectorLabels = "global::CrossTier.CompilerServices.ConnectorLabels";
    public const string ConnectorReply = "global::CrossTier.CompilerServices.ConnectorReply";
    public const string HiddenEndpoint = "global::CrossTier.CompilerServices.HiddenEndpoint";
    public const string HiddenModel = "global::CrossTier.CompilerServices.HiddenModel";
    public const string FurtherTokens = "global::CrossTier.CompilerServices.FurtherTokens";
    public const string IAiCache = "global::CrossTier.IAiCache";
    public const string IAiUsage = "global::CrossTier.IAiUsage";
    public const string IClientReader = "global::CrossTier.CompilerServices.IClientReader";
    public const string IMeasuringLayer = "global::CrossTier.CompilerServices.IMeasuringLayer";
    public const string IReplyReader = "global::CrossTier.CompilerServices.IReplyReader";
    public const string JsonReply = "global::CrossTier.CompilerServices.JsonReply";
    public const string Layering = "global::CrossTier.CompilerServices.Layering";
    public const string NoReader = "global::CrossTier.CompilerServices.NoReader";
    public const string ReplyStream = "global::CrossTier.CompilerServices.ReplyStream";
    public const string Queues = "global::CrossTier.AiQueues";
    public const string RawReply = "global::CrossTier.CompilerServices.RawReply";
    public const string ReplyReading = "global::CrossTier.CompilerServices.ReplyReading";
    public const string ReportedTokens = "global::CrossTier.CompilerServices.ReportedTokens";
    public const string RequestedModel = "global::CrossTier.CompilerServices.RequestedModel";
    public const string Startup = "global::CrossTier.CompilerServices.Startup";
    public const string Tier = "global::CrossTier.AiTier";
}
