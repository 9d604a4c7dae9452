using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Outcomes;

/// <summary>
/// A property that SDKs' exceptions have. Read by name, since the runtime depends on none of them; one look-up for each exception type, which is
/// forgotten with the type's assembly.
/// </summary>
sealed class ExceptionProperty(Func<PropertyInfo, bool> fits)
{
    readonly ConditionalWeakTable<Type, Found> _properties = [];

    /// <summary>
    /// Its value; null if the exception has no such property, or if the property, which is the exception's own code, throws or might not come back.
    /// </summary>
    public object? Of(Exception exception)
    {
        try
        {
            return _properties.GetValue(exception.GetType(), Find).Property?.GetValue(exception);
        }
        catch (Exception)
        {
            return null; // Whatever it throws, the caller is to get the exception that it is a property of.
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A property that was trimmed away leaves the error kind to the exception's type.")]
    Found Find(Type type) => new(
        type.Assembly == typeof(Exception).Assembly
            ? null
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => Fits(property, type)));

    bool Fits(PropertyInfo property, Type type)
    {
        try
        {
            return property.GetMethod is { } getter && fits(property) && GetterCode.ComesBack(getter, type);
        }
        catch (Exception)
        {
            return false; // Its type lies in an assembly that is missing.
        }
    }

    sealed record Found(PropertyInfo? Property);
}
