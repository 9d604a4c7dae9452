using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.Outcomes;

/// <summary>A property that SDKs' exceptions have. Read by name, since the runtime depends on none of them; one look-up for each exception type.</summary>
sealed class ExceptionProperty(Func<PropertyInfo, bool> fits)
{
    readonly ConcurrentDictionary<Type, PropertyInfo?> _properties = new();

    /// <summary>Its value; null if the exception has no such property, or if the property, which is the exception's own code, throws.</summary>
    public object? Of(Exception exception)
    {
        try
        {
            return _properties.GetOrAdd(exception.GetType(), Find)?.GetValue(exception);
        }
        catch (Exception e) when (e is TargetInvocationException or MethodAccessException or NotSupportedException)
        {
            return null;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A property that was trimmed away leaves the error kind to the exception's type.")]
    PropertyInfo? Find(Type type) =>
        type.Assembly == typeof(Exception).Assembly
            ? null
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => property.CanRead && fits(property));
}
