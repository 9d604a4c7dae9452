using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Reads nothing: of a reply without readable usage.</summary>
/// <typeparam name="T">The reply.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoReader<T> : IReplyReader<T>
{
    /// <inheritdoc/>
    public static void Read(T reply, ref ReplyReading reading)
    {
    }
}
