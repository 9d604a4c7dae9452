namespace CrossTier.Tool.Files;

/// <summary>Why a file cannot be read or written, in words that name the trouble rather than the exception.</summary>
static class FileReason
{
    public const string Folder = "it is a folder";

    public static bool IsFolder(string path) => Directory.Exists(path);

    public static string Of(Exception e) => e switch
    {
        FileNotFoundException => "it does not exist",
        DirectoryNotFoundException => "the folder does not exist",
        UnauthorizedAccessException => "access is denied",
        // The path stands in the message already.
        _ => e.Message.Split(" : '")[0].TrimEnd('.'),
    };
}
