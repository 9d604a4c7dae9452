namespace Mistral.SDK;

public abstract class EndpointBase
{
    private protected EndpointBase(MistralClient client) => Client = client;

    private protected MistralClient Client { get; }

    protected abstract string Endpoint { get; }

    protected string Url => string.Format(null, Client.ApiUrlFormat, "v1", Endpoint);
}
