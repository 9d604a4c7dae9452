using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Requests;

/// <summary>A word of an SDK's reply, a value of an enumeration: read without a box.</summary>
abstract class RawWord
{
    /// <summary>Null where a type has none, or in native code.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Not reached in native code.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The types are there: an object of the one has a member of the other.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not read.")]
    public static RawWord? Of(Type type, string name) =>
        RuntimeFeature.IsDynamicCodeSupported
        && !type.IsValueType
        && type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetMethod is { } getter
        && Nullable.GetUnderlyingType(getter.ReturnType) is { } word
            ? (RawWord)Activator.CreateInstance(typeof(RawWord<,>).MakeGenericType(type, word), getter)!
            : null;

    /// <summary>The word; null if there is none.</summary>
    public abstract string? Of(object reply);
}
