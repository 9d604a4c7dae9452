using System.ComponentModel;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>Tells a mock, also below clients that hand on what they are asked. A layer of ours asks it nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MockedClient
{
    /// <summary>Whether a client is a mock, or hands on to one.</summary>
    /// <param name="client">The client.</param>
    public static bool Is(object client) => Mocks.Has(client, out _);
}
