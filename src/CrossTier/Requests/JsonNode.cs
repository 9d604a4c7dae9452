using System.Text;
using System.Text.Json;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>A place in a reply of JSON and the names below it that report something. All others are passed over with what they hold.</summary>
sealed class JsonNode
{
    readonly List<(byte[] Name, JsonNode Node)> _children = [];

    /// <summary>The reply itself.</summary>
    public static JsonNode Root { get; } = Build();

    /// <summary>What stands here.</summary>
    public ReplyPath Path { get; private set; }

    /// <summary>The place that the property name at hand leads to; null if nothing is reported there.</summary>
    public JsonNode? Find(ref Utf8JsonReader json)
    {
        foreach (var (name, node) in _children)
        {
            if (json.ValueTextEquals(name))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>The place that a property name leads to; null if nothing is reported there.</summary>
    public JsonNode? Below(string name)
    {
        foreach (var (known, node) in _children)
        {
            if (Encoding.UTF8.GetByteCount(name) == known.Length && Encoding.UTF8.GetString(known) == name)
            {
                return node;
            }
        }

        return null;
    }

    static JsonNode Build()
    {
        var root = new JsonNode();
        foreach (var path in ReplyPaths.All)
        {
            var node = path.Path.Split('.').Aggregate(root, (above, name) => above.Child(Encoding.UTF8.GetBytes(name)));
            node.Path = path;
        }

        return root;
    }

    JsonNode Child(byte[] name)
    {
        if (_children.Find(entry => entry.Name.AsSpan().SequenceEqual(name)).Node is { } known)
        {
            return known;
        }

        var child = new JsonNode();
        _children.Add((name, child));
        return child;
    }
}
