using System.Text;

namespace CrossTier.Tool.Files;

/// <summary>Reads the files that a command is given. A folder is called one, and what never ends is not read to its end.</summary>
static class InputFile
{
    /// <summary>More than any file that the tool reads as text.</summary>
    public const int MaxLength = 64 << 20;

    /// <summary>Opens a file; a pipe is opened when somebody writes to it.</summary>
    /// <exception cref="IOException">It is a folder or cannot be read.</exception>
    public static FileStream Open(string path) => FileReason.IsFolder(path)
        ? throw new IOException(FileReason.Folder)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <exception cref="IOException">It is a folder, is too long or cannot be read.</exception>
    public static string ReadText(string path)
    {
        using var file = Open(path);
        return ReadText(file);
    }

    /// <exception cref="IOException">It is too long or cannot be read.</exception>
    public static string ReadText(Stream file, ReadOnlySpan<byte> begin = default)
    {
        using var text = new MemoryStream();
        text.Write(begin);
        var buffer = new byte[1 << 16];
        while (file.Read(buffer) is > 0 and var count)
        {
            text.Write(buffer.AsSpan(0, count));
            if (text.Length > MaxLength)
            {
                throw new IOException($"it is longer than {MaxLength >> 20} MiB");
            }
        }

        text.Position = 0;
        using var reader = new StreamReader(text, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
