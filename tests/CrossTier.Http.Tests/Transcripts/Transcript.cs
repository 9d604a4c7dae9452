using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CrossTier.Http.Tests.Transcripts;

/// <summary>A reply as a server sends it, and what it says: tests/transcripts/README.md.</summary>
sealed class Transcript
{
    readonly JsonElement _root;

    Transcript(string name)
    {
        Name = name;
        var bytes = File.ReadAllBytes(Path.Combine(Folder(), name + ".http"));
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        Head = Encoding.ASCII.GetString(bytes, 0, end).Split('\n');
        Body = bytes[(end + 2)..];
        _root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), name + ".json"))).RootElement;
    }

    public static IEnumerable<string> Files => Directory.GetFiles(Folder()).Select(path => Path.GetFileName(path)!);

    public static IEnumerable<string> Names =>
        Files.Where(file => file.EndsWith(".http", StringComparison.Ordinal)).Select(file => file[..^5]).Order(StringComparer.Ordinal);

    public static string Page => File.ReadAllText(Path.Combine(Folder(), "README.md"));

    public string Name { get; }

    /// <summary>The status line and the headers.</summary>
    public string[] Head { get; }

    public byte[] Body { get; }

    public bool IsBinary => Head.Contains("Content-Type: application/vnd.amazon.eventstream");

    /// <summary>Dotted names of all that the .json says, those of objects within objects too.</summary>
    public IEnumerable<string> Fields => Expand(_root, "");

    public static Transcript Read(string name) => new(name);

    public string? Text(string field) => Find(field) is { ValueKind: not JsonValueKind.Null } value ? value.GetString() : null;

    public long? Number(string field) => Find(field) is { ValueKind: not JsonValueKind.Null } value ? value.GetInt64() : null;

    /// <summary>Counts by name; none where there is no object.</summary>
    public IEnumerable<(string Name, long Count)> Counts(string field) => Find(field) is { ValueKind: JsonValueKind.Object } counts
        ? counts.EnumerateObject().Select(count => (count.Name, count.Value.GetInt64()))
        : [];

    public bool Flag(string field) => Find(field).GetBoolean();

    /// <summary>Whether the body is whole frames of an AWS event stream: the length of each says where the next begins.</summary>
    public bool HasWholeFrames()
    {
        var rest = Body.AsSpan();
        while (rest.Length >= 16 && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length >= 16 && length <= rest.Length)
        {
            rest = rest[(int)length..];
        }

        return rest.IsEmpty;
    }

    static IEnumerable<string> Expand(JsonElement part, string before) => part.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object && member.Name != "toolUses"
            ? Expand(member.Value, before + member.Name + ".")
            : [before + member.Name]);

    static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../transcripts"));

    JsonElement Find(string field) => field.Split('.').Aggregate(_root, (part, name) => part.GetProperty(name));
}
