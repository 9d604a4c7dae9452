using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Reads the model that a request of an SDK asks for: whatever its members do, the call goes on. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestedModel
{
    /// <summary>The model, or null.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads its model.</param>
    public static string? Of<TRequest>(TRequest? request, Func<TRequest, string?> read)
        where TRequest : class
    {
        try
        {
            return request is null ? null : read(request);
        }
        catch (Exception e)
        {
            // A request that lacks its model is refused by the SDK, in its own words.
            Warnings.Once("request:" + typeof(TRequest).FullName, $"the model of {typeof(TRequest).Name} could not be read ({e.GetType().Name}).");
            return null;
        }
    }
}
