using System.Reflection;

namespace CrossTier.Requests;

/// <summary>The same for one type.</summary>
/// <typeparam name="TReply">The type.</typeparam>
/// <typeparam name="TWord">The enumeration.</typeparam>
sealed class RawWord<TReply, TWord>(MethodInfo getter) : RawWord
    where TReply : class
    where TWord : struct
{
    readonly Func<TReply, TWord?> _word = getter.CreateDelegate<Func<TReply, TWord?>>();

    public override string? Of(object reply) => _word((TReply)reply) is { } word ? word.ToString() : null;
}
