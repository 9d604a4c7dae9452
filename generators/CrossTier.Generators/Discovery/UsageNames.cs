using CrossTier.Protocols;

namespace CrossTier.Generators.Discovery;

/// <summary>How SDKs name what we read: members are tried in this order, a dot goes one object deeper. Source: the SDKs' public reply types.</summary>
internal static class UsageNames
{
    public static readonly string[] Holder = UsageHolders.Members;

    public static readonly string[] Input = TokenNames.Input.Members;

    public static readonly string[] Output = TokenNames.Output.Members;

    public static readonly string[] CachedInput = [.. TokenNames.CachedInput.Members, .. TokenNames.CacheReadBesideInput.Members];

    public static readonly string[] CacheWriteInput = [.. TokenNames.CacheWriteBesideInput.Members, .. TokenNames.CacheWriteInput.Members];

    public static readonly string[] ReasoningOutput = [.. TokenNames.ReasoningOutput.Members, .. TokenNames.ReasoningBesideOutput.Members];

    public static readonly string[] FurtherInput = TokenNames.ToolBesideInput.Members;

    public static readonly string[] FurtherOutput = TokenNames.ReasoningBesideOutput.Members;

    public static readonly string[] InputWithoutCache = TokenNames.CacheReadBesideInput.Members;

    public static readonly string[] Model = ["ModelId", "Model", "SelectedModel", "Response.Model", "Value.Model", "ModelVersion"];

    /// <summary>What a reply that came says of a failure: there only if it has failed.</summary>
    public static readonly string[] Failure = ["Error", "LastError", "Response.Error", "Value.LastError"];

    public static readonly string[] FailureSdks = ["OpenAI"];

    /// <summary>What a request says of the model that it asks for.</summary>
    public static readonly string[] RequestedModel = ["ModelId", "Model", "ModelOverride"];

    /// <summary>What a type of the application says of the requests that it sends.</summary>
    public static readonly string[] Provider = ["Provider", "ProviderName"];

    public static readonly string[] Tier = ["Tier"];

    /// <summary>What a chunk of a stream says.</summary>
    public static readonly string[] Text = ["Text", "Content", "Delta", "ContentUpdate", "Response", "Message.Content"];

    /// <summary>What it may say in place of text.</summary>
    public static readonly string[] Reasoning = ["Thinking", "Message.Thinking", "ReasoningContent"];

    public static readonly string[] ToolCall = ["ToolCallUpdate", "Message.ToolCalls"];

    public static readonly string[] Endpoint = ["Endpoint", "Uri", "Client.Uri"];

    /// <summary>The namespaces of SDKs that speak to one model by one request: each chunk's usage is that of all chunks so far, as their protocols have it.</summary>
    public static readonly string[] Sdks = ["OpenAI", "Azure.AI", "Anthropic", "OllamaSharp", "LLama", "Google", "Amazon", "Mistral"];

    /// <summary>Those whose clients keep their endpoint to themselves.</summary>
    public static readonly string[] HiddenEndpoint = ["Azure.AI", "Anthropic", "OpenAI"]; // OpenAI until 2.1, which Azure.AI.OpenAI 2.1 is built on

    /// <summary>Those whose clients are made for a model and may keep it to themselves.</summary>
    public static readonly string[] HiddenModel = ["OpenAI"];

    /// <summary>Whether a type is in one of the namespaces, or in one below.</summary>
    public static bool IsIn(Microsoft.CodeAnalysis.ITypeSymbol type, string[] namespaces) =>
        type.ContainingNamespace?.ToDisplayString() is { } name && namespaces.Any(one => name == one || name.StartsWith(one + ".", StringComparison.Ordinal));
}
