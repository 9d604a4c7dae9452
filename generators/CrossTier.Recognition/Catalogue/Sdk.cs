namespace CrossTier.Recognition.Catalogue;

/// <summary>All that is known of one SDK. It is data alone: what works on it knows no SDK by name.</summary>
sealed record Sdk
{
    /// <summary>The namespaces of its types; those below belong to it too.</summary>
    public string[] Namespaces { get; init; } = [];

    /// <summary>
    /// Whether it passes requests on to other SDKs. Where it does not, a call is a request to one model, and each chunk's usage is that of all chunks so far.
    /// </summary>
    public bool IsFramework { get; init; }

    /// <summary>Its inference APIs.</summary>
    public ApiRow[] Rows { get; init; } = [];

    /// <summary>The providers that its clients cannot reach, or hardly would.</summary>
    public string[] ForeignProviders { get; init; } = [];

    /// <summary>The members that only this SDK names so.</summary>
    public MemberNames Names { get; init; } = new();

    /// <summary>The types whose methods make its clients for the vendor itself; what derives from them may make them for another.</summary>
    public string[] Factories { get; init; } = [];

    /// <summary>Whether its clients keep their endpoint to themselves.</summary>
    public bool HidesEndpoint { get; init; }

    /// <summary>The private field in which its clients, made for a model, may keep it to themselves; null if none does.</summary>
    public string? ModelField { get; init; }

    /// <summary>Its objects that ask clients for their labels.</summary>
    public ClientService[] ClientServices { get; init; } = [];

    /// <summary>The base type of clients that list their labels as attributes.</summary>
    public string[] ConnectorTypes { get; init; } = [];

    /// <summary>Where parameters of its methods name the model of a request.</summary>
    public RequestOptions[] RequestOptions { get; init; } = [];

    /// <summary>The types of parameters that hold the caller's token as <c>CancellationToken</c>.</summary>
    public string[] TokenOptions { get; init; } = [];

    /// <summary>The generic types that hold a reply as <c>Value</c>, by their short names: several SDKs have one of a name.</summary>
    public string[] Wrappers { get; init; } = [];

    /// <summary>Types that speak through others.</summary>
    public Variants[] Variants { get; init; } = [];

    /// <summary>Chunks that hold text and usage in a list.</summary>
    public ContentList? ContentList { get; init; }

    /// <summary>Chunks whose first content no property's name shows.</summary>
    public FirstContent[] FirstContents { get; init; } = [];

    /// <summary>Replies that name their model by a detour.</summary>
    public ModelDetour[] ModelDetours { get; init; } = [];

    /// <summary>Replies that are read from their bytes, where no member of theirs has a usage.</summary>
    public RawBody[] RawBodies { get; init; } = [];

    /// <summary>Members in which a type keeps its wire form: what has no member of its own is read from it.</summary>
    public string[] RawMembers { get; init; } = [];

    /// <summary>Members in which a framework's reply holds the SDK's.</summary>
    public string[] RawHolders { get; init; } = [];

    /// <summary>Replies that show headers with what is left of the rate limits.</summary>
    public ReplyHeaders[] ReplyHeaders { get; init; } = [];

    /// <summary>Streams whose types need an adapter.</summary>
    public StreamAdapter[] Streams { get; init; } = [];

    /// <summary>Streams of events that a reply holds.</summary>
    public EventStream? EventStream { get; init; }

    /// <summary>Loops over tools that must be told of what their client has.</summary>
    public ToolLoop[] ToolLoops { get; init; } = [];

    /// <summary>A kernel that chooses the service which a call asks.</summary>
    public Kernel? Kernel { get; init; }

    /// <summary>The types that connectors of a kernel put into the metadata of its contents as their usage.</summary>
    public string[] MetadataUsageTypes { get; init; } = [];

    /// <summary>The namespaces in which everything that is made for a model, or names one, does so for inference; those of its types by default.</summary>
    public string[]? ModelNamespaces { get; init; }

    /// <summary>The requests whose <c>Model</c> is the one that they ask for.</summary>
    public string[] ModelRequests { get; init; } = [];

    /// <summary>The clients that are made for a model, and the methods that make one or take the model of a request.</summary>
    public string[] ModelTakers { get; init; } = [];
}
