using System.Collections.Concurrent;
using System.Reflection;

namespace CrossTier.Usage;

/// <summary>
/// The members of a connector's usage type, by name: connectors are open, so none of their types is known here. One look-up for each type.
/// Names: those of the SDKs' public types.
/// </summary>
sealed class UsageMembers
{
    static readonly ConcurrentDictionary<Type, UsageMembers> Known = new();

    static readonly string[] InputNames = ["InputTokenCount", "InputTokens", "PromptTokens", "PromptTokenCount", "PromptEvalCount"];
    static readonly string[] OutputNames = ["OutputTokenCount", "OutputTokens", "CompletionTokens", "CompletionTokenCount", "CandidatesTokenCount", "EvalCount"];
    static readonly string[] CachedNames = ["CachedInputTokenCount", "InputTokenDetails.CachedTokenCount", "PromptTokensDetails.CachedTokens", "CachedContentTokenCount"];
    static readonly string[] ReasoningNames = ["ReasoningTokenCount", "OutputTokenDetails.ReasoningTokenCount", "CompletionTokensDetails.ReasoningTokens", "ThoughtsTokenCount"];

    // Beside these the input leaves out what the cache read or wrote (Anthropic, Bedrock).
    static readonly string[] CacheReadNames = ["CacheReadInputTokens", "CacheReadInputTokenCount"];
    static readonly string[] CacheWriteNames = ["CacheCreationInputTokens", "CacheWriteInputTokens", "CacheWriteInputTokenCount"];

    readonly PropertyInfo[]? _input;
    readonly PropertyInfo[]? _output;
    readonly PropertyInfo[]? _cached;
    readonly PropertyInfo[]? _reasoning;
    readonly PropertyInfo[]? _cacheRead;
    readonly PropertyInfo[]? _cacheWrite;
    readonly PropertyInfo? _usage;

    UsageMembers(Type type)
    {
        _input = Find(type, InputNames);
        _output = Find(type, OutputNames);
        _cached = Find(type, CachedNames);
        _reasoning = Find(type, ReasoningNames);
        _cacheRead = Find(type, CacheReadNames);
        _cacheWrite = Find(type, CacheWriteNames);
        _usage = Property(type, "Usage");
    }

    public bool HasTokens => _input is not null || _output is not null;

    public static UsageMembers Of(Type type) => Known.GetOrAdd(type, static t => new UsageMembers(t));

    /// <summary>The usage object of a reply that holds one.</summary>
    public object? UsageIn(object reply) => HasTokens ? reply : _usage?.GetValue(reply);

    public (long? Input, long? Output, long? Cached, long? CacheWrite, long? Reasoning) Read(object usage)
    {
        var (input, cacheRead, cacheWrite) = (Count(_input, usage), Count(_cacheRead, usage), Count(_cacheWrite, usage));
        return (_cacheRead is null ? input : (input ?? 0) + (cacheRead ?? 0) + (cacheWrite ?? 0), Count(_output, usage), cacheRead ?? Count(_cached, usage), cacheWrite, Count(_reasoning, usage));
    }

    static PropertyInfo[]? Find(Type type, string[] names) => names.Select(name => Path(type, name)).FirstOrDefault(path => path is not null);

    static PropertyInfo[]? Path(Type type, string name)
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

        return IsCount(type) ? [.. path] : null;
    }

    static PropertyInfo? Property(Type type, string name) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => property.Name == name && property.CanRead && property.GetIndexParameters().Length == 0);

    static bool IsCount(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(long));

    static long? Count(PropertyInfo[]? path, object? value)
    {
        foreach (var property in path ?? [])
        {
            value = value is null ? null : property.GetValue(value);
        }

        return path is null ? null : value switch { int count => count, long count => count, _ => null };
    }
}
