using System.Text;

namespace CrossTier.Http.Json;

/// <summary>The paths of a <see cref="JsonScanner"/>: names from the outside in, one byte each.</summary>
static class JsonPath
{
    /// <summary>The longest.</summary>
    public const int MaxNames = 8;

    /// <summary>A path with one more name.</summary>
    public static ulong Below(ulong path, JsonName name) => (path << 8) | (byte)name;

    /// <summary>A path without its last name.</summary>
    public static ulong Above(ulong path) => path >> 8;

    /// <summary>Whether another name still fits.</summary>
    public static bool HasRoom(ulong path) => path >> (8 * (MaxNames - 1)) == 0;

    /// <summary>The last name.</summary>
    public static JsonName Last(ulong path) => (JsonName)(byte)path;

    /// <summary>A path of its names, with dots between them.</summary>
    public static ulong Of(string names)
    {
        ulong path = 0;
        foreach (var name in names.Split('.'))
        {
            path = Below(path, JsonNames.Of(Encoding.UTF8.GetBytes(name)));
        }

        return path;
    }
}
