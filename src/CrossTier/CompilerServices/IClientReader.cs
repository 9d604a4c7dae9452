using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Reads a client's labels by plain member access. Implemented by generated code.</summary>
/// <typeparam name="TClient">The type that declares the API.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IClientReader<in TClient>
    where TClient : class
{
    /// <summary>What the client reports of provider, model and endpoint.</summary>
    /// <param name="client">The client.</param>
    static abstract ClientLabels Read(TClient client);
}
