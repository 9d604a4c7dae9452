namespace CrossTier.Http.Json;

/// <summary>Is told what a <see cref="JsonScanner"/> comes past. A path is the names from the outside in, one byte each; arrays add none.</summary>
interface IJsonSink
{
    /// <summary>A string.</summary>
    /// <param name="path">The names down to it.</param>
    /// <param name="text">As it stands there, escapes included; the start of a long one.</param>
    void Text(ulong path, ReadOnlySpan<byte> text);

    /// <summary>A number or a literal.</summary>
    /// <param name="path">The names down to it.</param>
    /// <param name="text">As it stands there.</param>
    /// <param name="isListed">Whether it is, or stands in, an element of an array that is not the document itself.</param>
    void Scalar(ulong path, ReadOnlySpan<byte> text, bool isListed);

    /// <summary>An object begins.</summary>
    /// <param name="path">The names down to it.</param>
    void Object(ulong path);

    /// <summary>An object that stands in no other has ended.</summary>
    void DocumentEnd();
}
