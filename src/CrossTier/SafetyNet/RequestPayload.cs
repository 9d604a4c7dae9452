using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.SafetyNet;

/// <summary>Reads the request out of what the HTTP stack reports, whose type is not public.</summary>
sealed class RequestPayload
{
    PropertyInfo? _property;

    /// <summary>The request; null if there is none.</summary>
    /// <param name="payload">What is reported.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "DiagnosticSource.Write keeps the public properties of what is written.")]
    public HttpRequestMessage? Read(object? payload)
    {
        if (payload is null)
        {
            return null;
        }

        var property = _property;
        if (property?.DeclaringType != payload.GetType())
        {
            property = payload.GetType().GetProperty("Request", BindingFlags.Public | BindingFlags.Instance);
            _property = property;
        }

        return property?.GetValue(payload) as HttpRequestMessage;
    }
}
