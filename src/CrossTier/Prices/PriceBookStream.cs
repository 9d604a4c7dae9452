namespace CrossTier.Prices;

/// <summary>The bytes of a price book. What is no regular file, or too long for one, is refused before it is opened or read.</summary>
static class PriceBookStream
{
    public const int MaxLength = 16 << 20;

    /// <exception cref="InvalidDataException">The path is a folder, a pipe or a device, or the file is too long.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"'{path}' is a folder, no price book.");
        }

        // A pipe would be waited for, and a device has no end: both are 0 bytes long to the system, as is no price book.
        if (File.Exists(path) && LengthOf(path) == 0)
        {
            throw new InvalidDataException($"'{path}' is empty or no regular file (a pipe or a device), no price book.");
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.Length <= MaxLength ? Read(file, path) : throw TooLong(path);
    }

    /// <exception cref="InvalidDataException">It is too long.</exception>
    public static byte[] Read(Stream file, string source)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (file.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer.AsSpan(0, count));
            if (bytes.Length > MaxLength)
            {
                throw TooLong(source);
            }
        }

        return bytes.ToArray();
    }

    static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
    }

    static InvalidDataException TooLong(string source) => new($"'{source}' is longer than {MaxLength >> 20} MiB, no price book.");
}
