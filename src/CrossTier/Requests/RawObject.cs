using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>
/// The members of a reply's type that lead to its wire form. Getters are called of types alone that keep it, which are SDKs', or hold another reply as
/// <c>RawRepresentation</c> or as the value of a union.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not read.")]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
sealed class RawObject
{
    static readonly ConditionalWeakTable<Type, RawObject> Known = [];

    readonly PropertyInfo? _inner;
    readonly PropertyInfo? _response;
    readonly PropertyInfo[]? _usage;
    readonly PropertyInfo[]? _reason;
    readonly PropertyInfo? _data;
    readonly PropertyInfo? _inputDetails;
    readonly PropertyInfo? _items;
    readonly PropertyInfo[] _total;
    readonly PropertyInfo? _error;
    readonly PropertyInfo? _code;
    readonly RawWord? _tier;
    readonly RawWord? _status;

    RawObject(Type type)
    {
        Patch = RawPatch.Of(type);
        _data = Property(type, "RawData", static property => property == typeof(IReadOnlyDictionary<string, JsonElement>));
        _inner = Property(type, "RawRepresentation", static property => property == typeof(object))
            ?? (Property(type, "Json", static property => property == typeof(JsonElement)) is null
                ? null : Property(type, "Value", static property => property == typeof(object)));
        _total = [.. TokenNames.Total.Members.Select(name => Property(type, name, static property => property == typeof(int))).OfType<PropertyInfo>()];
        if (IsRaw)
        {
            _usage = First(type, UsageHolders.Members);
            _response = UsageHolders.Responses.Select(name => Property(type, name, static property => !property.IsValueType))
                .FirstOrDefault(property => property is not null);
            _inputDetails = Property(type, "InputTokenDetails", static property => !property.IsValueType);
            _items = Property(type, "OutputItems", static _ => true);
            _error = Property(type, "Error", static property => !property.IsValueType);
            _reason = Path(type, "IncompleteStatusDetails.Reason");
            _code = Property(type, "Code", static _ => true);
            _tier = RawWord.Of(type, "ServiceTier");
            _status = RawWord.Of(type, "Status");
        }
    }

    /// <summary>Looks up unknown members; null where the type keeps none.</summary>
    public RawPatch? Patch { get; }

    /// <summary>Whether the type keeps its wire form.</summary>
    public bool IsRaw => Patch is not null || _data is not null;

    /// <summary>Whether an object of this type holds another reply.</summary>
    public bool HoldsAnother => _inner is not null;

    public static RawObject Of(Type type) => Known.GetValue(type, static known => new RawObject(known));

    public object? InnerOf(object reply) => _inner!.GetValue(reply);

    /// <summary>The response that an event of a stream holds; the reply itself where it is none.</summary>
    public object ResponseOf(object reply) => _response?.GetValue(reply) is { } response && Of(response.GetType()).IsRaw ? response : reply;

    /// <summary>The usage of a reply; null if it has none.</summary>
    public object? UsageIn(object reply) => Value(_usage, reply);

    /// <summary>All members of the wire form; null where the type keeps none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? DataIn(object usage) => (IReadOnlyDictionary<string, JsonElement>?)_data?.GetValue(usage);

    /// <summary>The details of a usage's input; null if there are none.</summary>
    public object? InputDetailsIn(object usage) => _inputDetails?.GetValue(usage);

    /// <summary>All tokens; 0 if that is not reported.</summary>
    public long TotalIn(object usage) => _total is [var total, ..] && total.GetValue(usage) is int count ? count : 0;

    /// <summary>The service tier that a reply names; null if it names none.</summary>
    public string? TierOf(object reply) => _tier?.Of(reply);

    /// <summary>The code of the error that a reply reports; null if it reports none.</summary>
    public string? ErrorIn(object reply) => _error?.GetValue(reply) is { } error ? Of(error.GetType())._code?.GetValue(error)?.ToString() ?? "" : null;

    /// <summary>Why a response ended, or how far it is; null if neither is reported.</summary>
    public string? EndOf(object reply) => Value(_reason, reply)?.ToString() ?? FinishWords.OfStatus(_status?.Of(reply));

    /// <summary>Adds the items of output that are billed apart.</summary>
    public void AddTools(object reply, ref ReplyReading reading)
    {
        if (_items?.GetValue(reply) is System.Collections.IEnumerable items)
        {
            RawItems.Read(items, ref reading);
        }
    }

    static object? Value(PropertyInfo[]? path, object reply)
    {
        if (path is null)
        {
            return null;
        }

        var value = reply;
        foreach (var property in path)
        {
            value = value is null ? null : property.GetValue(value);
        }

        return value;
    }

    static PropertyInfo[]? First(Type type, string[] paths) => paths.Select(path => Path(type, path)).FirstOrDefault(path => path is not null);

    static PropertyInfo[]? Path(Type type, string path)
    {
        List<PropertyInfo> properties = [];
        foreach (var name in path.Split('.'))
        {
            if (Property(type, name, static _ => true) is not { } property)
            {
                return null;
            }

            properties.Add(property);
            type = property.PropertyType;
        }

        return [.. properties];
    }

    static PropertyInfo? Property(Type type, string name, Func<Type, bool> fits) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => property.Name == name && property.CanRead && property.GetIndexParameters().Length == 0 && fits(property.PropertyType));
}
