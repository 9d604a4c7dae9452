using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Requests;

/// <summary>Members of the wire form that a type of an SDK on System.ClientModel keeps in its <c>Patch</c>, looked up by JSON path.</summary>
abstract class RawPatch
{
    const string Member = "Patch";
    const string Type = "System.ClientModel.Primitives.JsonPatch";

    /// <summary>Null where a type keeps none, or in native code, which cannot be made for types that are first seen when it runs.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Not reached in native code.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The types are there: an object of the one has a member of the other.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not read.")]
    public static RawPatch? Of(Type type)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported
            || type.IsValueType
            || type.GetProperty(Member, BindingFlags.Public | BindingFlags.Instance) is not { GetMethod: { ReturnType.IsByRef: true } getter }
            || getter.ReturnType.GetElementType() is not { IsValueType: true, FullName: Type } patch)
        {
            return null;
        }

        try
        {
            return (RawPatch)Activator.CreateInstance(typeof(RawPatch<,>).MakeGenericType(type, patch), getter)!;
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException or MemberAccessException)
        {
            return null; // Another version, with other members.
        }
    }

    /// <summary>Whether something is there.</summary>
    public abstract bool Has(object owner, RawHolder holder);

    /// <summary>A number.</summary>
    public abstract bool TryGet(object owner, ReadOnlySpan<byte> path, out long value);

    /// <summary>Whether there is a text that is not empty.</summary>
    public abstract bool HasText(object owner, ReadOnlySpan<byte> path);
}
