using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>
/// The headers of a reply that came as an exception, which hands it on by <c>GetRawResponse()</c>. Read by name, since the runtime depends on no
/// SDK; one look-up for each exception type, which is forgotten with the type's assembly.
/// </summary>
sealed class FailedReply
{
    static readonly ConditionalWeakTable<Type, Found> Types = [];

    readonly MethodInfo _reply;
    readonly PropertyInfo _headers;
    readonly MethodInfo _find;

    FailedReply(MethodInfo reply, PropertyInfo headers, MethodInfo find)
    {
        _reply = reply;
        _headers = headers;
        _find = find;
    }

    /// <summary>What they report is left of the rate limits; null where they report nothing. Never throws.</summary>
    public static (string? Requests, string? Tokens) RateLimitRemaining(Exception exception)
    {
        foreach (var link in ErrorClassifier.Chain(exception))
        {
            try
            {
                if (Types.GetValue(link.GetType(), type => new(Find(type))).Reply is { } reply
                    && reply._reply.Invoke(link, null) is { } response
                    && reply._headers.GetValue(response) is { } headers)
                {
                    return (reply.Value(headers, RateLimitHeaderNames.Requests), reply.Value(headers, RateLimitHeaderNames.Tokens));
                }
            }
            catch (Exception)
            {
                break; // Members of these names may be anything: nothing is known of its headers, and the request must still end.
            }
        }

        return default;
    }

    string? Value(object headers, string name)
    {
        object?[] arguments = [name, null];
        return _find.Invoke(headers, arguments) is true ? arguments[1] as string : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What was trimmed away says nothing of rate limits.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    static FailedReply? Find(Type exception) =>
        exception.Assembly != typeof(Exception).Assembly
        && exception.GetMethod("GetRawResponse", Type.EmptyTypes) is { } reply
        && GetterCode.ComesBack(reply, exception)
        && reply.ReturnType.GetProperty("Headers") is { CanRead: true } headers
        && headers.PropertyType.GetMethod("TryGetValue", [typeof(string), typeof(string).MakeByRefType()]) is { } find
            ? new FailedReply(reply, headers, find)
            : null;

    sealed record Found(FailedReply? Reply);
}
