using System.Text;

namespace CrossTier.Tool.Files;

/// <summary>
/// Writes what a command produces, whatever stands at the path. A new file appears whole or not at all. What exists is written in place: it keeps its
/// mode, owner, links and hard links, and a device, a pipe or the target of a link gets the text instead of being replaced.
/// </summary>
static class OutputFile
{
    /// <summary>Stands for the standard output.</summary>
    public const string StandardOutput = "-";

    public static bool IsStandardOutput(string? path) => path is null or StandardOutput;

    /// <summary>Writes to a file, or to the output where none or <c>-</c> is named.</summary>
    /// <exception cref="InputException">The path cannot be written.</exception>
    public static void Write(string? path, string text, TextWriter output)
    {
        if (path is null or StandardOutput)
        {
            output.Write(text);
            return;
        }

        try
        {
            if (FileReason.IsFolder(path) || Path.EndsInDirectorySeparator(path))
            {
                throw new IOException(FileReason.Folder);
            }

            var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
            if (File.Exists(path) || new FileInfo(path).LinkTarget is not null)
            {
                WriteInPlace(path, bytes);
            }
            else
            {
                Create(Path.GetFullPath(path), bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"'{path}' cannot be written ({FileReason.Of(e)}); name a file in a folder that exists and is yours, with -o.");
        }
    }

    static void WriteInPlace(string path, byte[] bytes)
    {
        if (IsReadOnly(path))
        {
            throw new IOException("it is read-only");
        }

        // The system follows links and opens devices; nothing is shortened before the new text is there.
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var old = file.CanSeek ? file.Length : 0;
        if (old == 0)
        {
            file.Write(bytes);
        }
        else
        {
            Replace(file, bytes, old);
        }

        if (file.CanSeek && file.Length > bytes.Length)
        {
            file.SetLength(bytes.Length);
        }
    }

    /// <summary>Writes what is longer than the old text first: a disk that is full is found before a byte of the old text is lost.</summary>
    static void Replace(FileStream file, byte[] bytes, long old)
    {
        if (bytes.Length > old)
        {
            try
            {
                file.Position = old;
                file.Write(bytes.AsSpan((int)old));
            }
            catch (IOException)
            {
                file.SetLength(old);
                throw;
            }
        }

        file.Position = 0;
        file.Write(bytes.AsSpan(0, (int)Math.Min(old, bytes.Length)));
    }

    /// <summary>Writes beside the target first and then moves, so that a reader never sees half of it.</summary>
    static void Create(string target, byte[] bytes)
    {
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, target, overwrite: false);
        }
        catch
        {
            Discard(draft);
            throw;
        }
    }

    static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The draft could not be made either; the reason that is reported is the first one.
        }
    }

    /// <summary>Asks for the mode: to root, the system lets everything be written.</summary>
    static bool IsReadOnly(string path)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
                : !File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserWrite);
        }
        catch (FileNotFoundException)
        {
            return false; // A link to nothing: its target is made.
        }
    }
}
