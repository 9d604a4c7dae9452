using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Reads a reply, or one chunk of a stream, by plain member access. Implemented by generated code.</summary>
/// <typeparam name="TReply">The reply or chunk.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReplyReader<in TReply>
{
    /// <summary>Adds to <paramref name="reading"/> what the reply reports.</summary>
    /// <param name="reply">The reply or chunk.</param>
    /// <param name="reading">What was reported so far.</param>
    static abstract void Read(TReply reply, ref ReplyReading reading);

    /// <summary>
    /// Whether <see cref="Read"/> throws nothing, whatever the reply's members do. Generated readers see to it themselves: a guard of the
    /// runtime, which shares its code between replies, costs each call some nanoseconds.
    /// </summary>
    static virtual bool IsGuarded => false;
}
