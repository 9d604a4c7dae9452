using CrossTier.Generators.Discovery;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers;

/// <summary>Whether a reply reports its token usage in a way that the generator reads.</summary>
internal static class UsageShape
{
    static readonly string[] Wrappers =
    [
        "Task", "ValueTask", "IAsyncEnumerable", "AsyncCollectionResult", "CollectionResult", "AsyncStreamingResult", "StreamingResponse",
        "Nullable", "ClientResult", "Response",
    ];

    /// <summary>What is inside a task, a stream or a response.</summary>
    public static ITypeSymbol Body(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [var inner] } wrapper && Wrappers.Contains(wrapper.Name))
        {
            type = inner;
        }

        return type;
    }

    /// <summary>
    /// Whether a reply has a usage. A chunk of Microsoft.Extensions.AI holds it among its contents, a result of System.ClientModel in the
    /// response's body.
    /// </summary>
    public static bool HasUsage(ITypeSymbol reply) =>
        HasCounts(reply)
        || SdkRecogniser.Variants(reply) is { Usage.Length: > 0 }
        || UsageNames.Holder.Any(holder =>
            PublicProperty.Follow(reply, holder.Split('.'), out _) is { } usage && (HasCounts(Body(usage)) || SdkRecogniser.Variants(Body(usage)) is not null))
        || reply.ToDisplayString() == "Microsoft.Extensions.AI.ChatResponseUpdate"
        || reply.IsOrInherits("System.ClientModel.ClientResult");

    static bool HasCounts(ITypeSymbol type) =>
        UsageNames.Input.Concat(UsageNames.Output).Any(name => PublicProperty.Find(type, name) is { } count && PublicProperty.IsCount(count.Type))
        || IsUsage(type)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(HasCounts));

    static bool IsUsage(ITypeSymbol type) => type.IsOrInherits("CrossTier.IAiUsage");
}
