using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Replies;

/// <summary>
/// The members of a usage type, by name: connectors and SDKs are open, so none of their types is known here. One look-up for each type.
/// </summary>
sealed class UsageMembers
{
    static readonly ConditionalWeakTable<Type, UsageMembers> Known = [];

    readonly (TokenCount Count, PropertyInfo[] Path)[] _counts;
    readonly PropertyInfo[]? _usage;

    UsageMembers(Type type)
    {
        _counts =
        [
            .. from name in TokenNames.All
               let path = Find(type, name.Members, IsCount)
               where path is not null
               select (name.Count, path),
        ];
        HasTokens = _counts.Any(entry => entry.Count is TokenCount.Input or TokenCount.Output);
        _usage = HasTokens ? null : Find(type, UsageHolders.Members, static _ => true);
    }

    public bool HasTokens { get; }

    public static UsageMembers Of(Type type) => Known.GetValue(type, static t => new UsageMembers(t));

    /// <summary>The usage object of a reply that holds one.</summary>
    public object? UsageIn(object reply) => HasTokens ? reply : _usage is null ? null : Value(_usage, reply);

    public ReportedTokens Read(object usage)
    {
        ReportedTokens counts = default;
        foreach (var (count, path) in _counts)
        {
            counts.Set(count, Value(path, usage) switch { int number => number, long number => number, _ => 0 });
        }

        return counts;
    }

    static PropertyInfo[]? Find(Type type, string[] names, Func<Type, bool> fits) =>
        names.Select(name => Path(type, name, fits)).FirstOrDefault(path => path is not null);

    static PropertyInfo[]? Path(Type type, string name, Func<Type, bool> fits)
    {
        List<PropertyInfo> path = [];
        foreach (var part in name.Split('.'))
        {
            if (Property(type, part) is not { } property)
            {
                return null;
            }

            path.Add(property);
            type = property.PropertyType;
        }

        return fits(type) ? [.. path] : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not read.")]
    static PropertyInfo? Property(Type type, string name) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => property.Name == name && property.CanRead && property.GetIndexParameters().Length == 0);

    static bool IsCount(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(long));

    static object? Value(PropertyInfo[] path, object? value)
    {
        foreach (var property in path)
        {
            value = value is null ? null : property.GetValue(value);
        }

        return value;
    }
}
