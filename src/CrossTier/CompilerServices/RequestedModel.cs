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
    {
        try
        {
            return request is null ? null : read(request);
        }
        catch (Exception e)
        {
            // A request that lacks its model is refused by the SDK, in its own words.
            return Unreadable(Nullable.GetUnderlyingType(typeof(TRequest)) ?? typeof(TRequest), e);
        }
    }

    /// <summary>Reports once that a type's model could not be read.</summary>
    /// <param name="type">The type of a request or client.</param>
    /// <param name="exception">What reading it threw.</param>
    /// <returns>Null: no model.</returns>
    public static string? Unreadable(Type type, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(exception);
        Warnings.Once("request:" + type.FullName, $"the model of {type.Name} could not be read ({exception.GetType().Name}).");
        return null;
    }
}
