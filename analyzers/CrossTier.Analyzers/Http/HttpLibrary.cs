using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Http;

/// <summary>The HTTP libraries by which people send requests: the framework's own, RestSharp and Flurl.</summary>
static class HttpLibrary
{
    /// <summary>The methods that send a request.</summary>
    public static readonly string[] SendingMethods =
    [
        "SendAsync", "Send", "PostAsync", "PostAsJsonAsync", "Post", "PostJsonAsync", "PostStringAsync", "PostMultipartAsync",
        "Execute", "ExecuteAsync", "ExecutePost", "ExecutePostAsync", "SendJsonAsync", "SendStringAsync",
    ];

    /// <summary>The types of a request that somebody else may send.</summary>
    public static readonly string[] Requests = ["HttpRequestMessage", "RestRequest"];

    static readonly string[] Clients =
    [
        "System.Net.Http.HttpClient",
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.Http.Json.HttpClientJsonExtensions",
        "System.Net.Http.HttpClientExtensions",
    ];

    /// <summary>Whether a method of one of those names is a library's.</summary>
    public static bool Sends(IMethodSymbol method)
    {
        var type = (method.ReducedFrom ?? method).ContainingType;
        return Clients.Contains(type.FullMetadataName()) || ApiRecogniser.RootNamespace(type) is "RestSharp" or "Flurl";
    }

    /// <summary>Whether a constructor makes a request of a library.</summary>
    public static bool Makes(IMethodSymbol constructor) =>
        constructor.ContainingType.FullMetadataName() is "System.Net.Http.HttpRequestMessage" or "RestSharp.RestRequest";
}
