using CrossTier.CompilerServices;

namespace CrossTier.Tests.Support;

/// <summary>A client that says of itself what a test wants it to say.</summary>
sealed class Client(string? provider = null, string? model = null, string? endpoint = null)
{
    public int Reads { get; private set; }

    public ClientLabels Read()
    {
        Reads++;
        return new ClientLabels(provider, model, endpoint is null ? null : new Uri(endpoint));
    }
}

readonly struct ClientReader : IClientReader<Client>
{
    public static ClientLabels Read(Client client) => client.Read();
}

readonly struct ThrowingClientReader : IClientReader<Client>
{
    public static ClientLabels Read(Client client) => throw new NotSupportedException("The client's metadata threw.");
}
