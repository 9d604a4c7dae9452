using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>Real SDK clients that talk to a server of the test and never retry.</summary>
static class Clients
{
    public static OpenAIClient OpenAI(Uri endpoint) =>
        new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) });
}
