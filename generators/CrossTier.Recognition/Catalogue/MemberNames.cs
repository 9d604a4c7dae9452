namespace CrossTier.Recognition.Catalogue;

/// <summary>What members are called that we read: tried in this order, a dot goes one object deeper. Those of one SDK alone stand in its file.</summary>
sealed record MemberNames
{
    /// <summary>On a reply or a client: the model.</summary>
    public string[] Model { get; init; } = [];

    /// <summary>On a request: the model that it asks for.</summary>
    public string[] RequestedModel { get; init; } = [];

    /// <summary>On a type of the application: the provider of its requests.</summary>
    public string[] Provider { get; init; } = [];

    /// <summary>On a type of the application: the tier of its requests.</summary>
    public string[] Tier { get; init; } = [];

    /// <summary>On a client: its endpoint.</summary>
    public string[] Endpoint { get; init; } = [];

    /// <summary>On a chunk: text.</summary>
    public string[] Text { get; init; } = [];

    /// <summary>On a chunk: what it may carry in place of text.</summary>
    public string[] Reasoning { get; init; } = [];

    /// <summary>On a chunk: a tool call.</summary>
    public string[] ToolCall { get; init; } = [];

    /// <summary>On a reply of this SDK: what there only is if the request has failed, with a <c>Code</c>. Others call so what means something else.</summary>
    public string[] Failure { get; init; } = [];

    /// <summary>On a reply or chunk: the id of the response.</summary>
    public string[] Response { get; init; } = [];

    /// <summary>On a reply or chunk: the service tier.</summary>
    public string[] ServiceTier { get; init; } = [];

    /// <summary>On a reply or chunk: web searches that are billed apart.</summary>
    public string[] WebSearches { get; init; } = [];

    /// <summary>On a reply or chunk: why the model stopped.</summary>
    public string[] Finish { get; init; } = [];

    /// <summary>On a reply of this SDK: an enumeration whose <c>Completed</c> is a stop.</summary>
    public string[] Status { get; init; } = [];

    /// <summary>On a chunk: the usage that a stream begins with, where another member has that of its end.</summary>
    public string[] FirstUsage { get; init; } = [];

    /// <summary>What many SDKs, and the application's own types, call them; then what single SDKs do.</summary>
    public static MemberNames Of(IEnumerable<Sdk> sdks)
    {
        var own = sdks.Select(sdk => sdk.Names).ToList();
        return new MemberNames
        {
            Model = ["ModelId", "Model", .. own.SelectMany(names => names.Model)],
            RequestedModel = ["ModelId", "Model", .. own.SelectMany(names => names.RequestedModel)],
            Provider = ["Provider", "ProviderName"],
            Tier = ["Tier"],
            Endpoint = ["Endpoint", "Uri", .. own.SelectMany(names => names.Endpoint)],
            Text = ["Text", "Content", "Delta", .. own.SelectMany(names => names.Text)],
            Reasoning = ["ReasoningContent", .. own.SelectMany(names => names.Reasoning)],
            Response = ["ResponseId", "Id", .. own.SelectMany(names => names.Response)],
            ServiceTier = ["ServiceTier", "Usage.ServiceTier", .. own.SelectMany(names => names.ServiceTier)],
            WebSearches = [.. own.SelectMany(names => names.WebSearches)],
            Finish = ["FinishReason", "StopReason", .. own.SelectMany(names => names.Finish)],
            FirstUsage = [.. own.SelectMany(names => names.FirstUsage)],
            ToolCall = [.. own.SelectMany(names => names.ToolCall)],
        };
    }
}
