using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.Outcomes;

/// <summary>A property that SDKs' exceptions have. Read by name, since the runtime depends on none of them; one look-up for each exception type.</summary>
sealed class ExceptionProperty(Func<PropertyInfo, bool> fits)
{
    readonly ConcurrentDictionary<Type, PropertyInfo?> _properties = new();

    /// <summary>Its value; null if the exception has no such property.</summary>
    public object? Of(Exception exception) => _properties.GetOrAdd(exception.GetType(), Find)?.GetValue(exception);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A property that was trimmed away leaves the error kind to the exception's type.")]
    PropertyInfo? Find(Type type) =>
        type.Assembly == typeof(Exception).Assembly ? null : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => property.CanRead && fits(property));
}
