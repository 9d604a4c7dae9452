using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.Requests;

/// <summary>The same for one type, without an allocation.</summary>
/// <typeparam name="TOwner">The type.</typeparam>
/// <typeparam name="TPatch">What keeps the members.</typeparam>
sealed class RawPatch<TOwner, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TPatch>(MethodInfo getter) : RawPatch
    where TOwner : class
    where TPatch : struct
{
    readonly Getter _patch = getter.CreateDelegate<Getter>();
    readonly Finder<long> _numbers = Find<long>();
    readonly Finder<string?> _texts = Find<string?>();
    readonly Finder<ReadOnlyMemory<byte>> _parts = Find<ReadOnlyMemory<byte>>("TryGetJson");
    readonly Asker _unknown = typeof(TPatch).GetMethod("Contains", [typeof(ReadOnlySpan<byte>)])!.CreateDelegate<Asker>();

    delegate ref TPatch Getter(TOwner owner);

    delegate bool Finder<T>(ref TPatch patch, ReadOnlySpan<byte> path, out T value);

    delegate bool Asker(ref TPatch patch, ReadOnlySpan<byte> path);

    public override bool Has(object owner, RawHolder holder)
    {
        try
        {
            ref var patch = ref _patch((TOwner)owner);
            return holder.IsBelowMember ? _parts(ref patch, holder.Path, out _) : _unknown(ref patch, holder.Path);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            return false; // A text stands where the path has an object.
        }
    }

    public override bool TryGet(object owner, ReadOnlySpan<byte> path, out long value)
    {
        try
        {
            return _numbers(ref _patch((TOwner)owner), path, out value);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or OverflowException)
        {
            value = 0; // Something stands there that is no such number.
            return false;
        }
    }

    public override bool HasText(object owner, ReadOnlySpan<byte> path)
    {
        try
        {
            return _texts(ref _patch((TOwner)owner), path, out var text) && text is { Length: > 0 };
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    static Finder<T> Find<T>(string method = "TryGetValue") =>
        typeof(TPatch).GetMethod(method, [typeof(ReadOnlySpan<byte>), typeof(T).MakeByRefType()])!.CreateDelegate<Finder<T>>();
}
