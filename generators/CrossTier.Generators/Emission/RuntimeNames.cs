namespace CrossTier.Generators.Emission;

/// <summary>The types of the runtime that generated code names.</summary>
static class RuntimeNames
{
    public const string CallSite = "global::CrossTier.Recording.CallSite";
    public const string ClientLabels = "global::CrossTier.Recording.ClientLabels";
    public const string ConnectorLabels = "global::CrossTier.Labels.ConnectorLabels";
    public const string HiddenEndpoint = "global::CrossTier.Labels.HiddenEndpoint";
    public const string HiddenModel = "global::CrossTier.Labels.HiddenModel";
    public const string IAiUsage = "global::CrossTier.IAiUsage";
    public const string IClientReader = "global::CrossTier.Recording.IClientReader";
    public const string IMeasuringLayer = "global::CrossTier.Recording.IMeasuringLayer";
    public const string IReplyReader = "global::CrossTier.Recording.IReplyReader";
    public const string JsonReply = "global::CrossTier.Recording.JsonReply";
    public const string Layering = "global::CrossTier.Layers.Layering";
    public const string NoReader = "global::CrossTier.Recording.NoReader";
    public const string OpenedStream = "global::CrossTier.Streams.OpenedStream";
    public const string Queues = "global::CrossTier.AiQueues";
    public const string Reading = "global::CrossTier.Recording.Reading";
    public const string RequestedModel = "global::CrossTier.Recording.RequestedModel";
    public const string Startup = "global::CrossTier.Recording.Startup";
    public const string Tier = "global::CrossTier.AiTier";
}
