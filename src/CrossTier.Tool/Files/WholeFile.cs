namespace CrossTier.Tool.Files;

/// <summary>Files that are written whole or not at all.</summary>
static class WholeFile
{
    /// <summary>Writes beside the target first and then moves, so that a reader never sees half of it.</summary>
    /// <exception cref="InputException">The path cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var draft = "";
        try
        {
            var target = Path.GetFullPath(path);
            draft = $"{target}.{Guid.NewGuid():N}.tmp";
            File.WriteAllText(draft, text);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Discard(draft);
            throw new InputException($"'{path}' cannot be written ({Reason(e)}); name a file in a folder that exists and is yours, with -o.");
        }
    }

    /// <summary>Writes to a file, or to the output where none is named.</summary>
    public static void WriteOrPrint(string? path, string text, TextWriter output)
    {
        if (path is null)
        {
            output.Write(text);
        }
        else
        {
            Write(path, text);
        }
    }

    static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The draft could not be made either; the reason that is reported is the first one.
        }
    }

    static string Reason(Exception e) => e switch
    {
        DirectoryNotFoundException => "the folder does not exist",
        UnauthorizedAccessException => "access is denied",
        _ => e.Message.TrimEnd('.'),
    };
}
