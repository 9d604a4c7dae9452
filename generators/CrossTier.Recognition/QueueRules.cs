using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Which members <c>[AiQueue]</c> can read. The generator reads those, the analyzers flag the rest.</summary>
static class QueueRules
{
    /// <summary>Why a member cannot be read; null if it can.</summary>
    public static string? Problem(ISymbol member, Compilation compilation)
    {
        var owner = member.ContainingType;
        return TypeOf(member) is not { } type ? "it is no field, readable property or method without parameters"
            : type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64) ? "it is neither int nor long"
            : owner.IsValueType ? "its type is a struct, of which generated code would read a copy"
            : owner.SelfAndContainingTypes().Any(outer => outer.Arity > 0) ? "its type is generic, and each construction would have a queue of its own"
            : !member.IsStatic && !IsNameable(owner, compilation) ? "generated code cannot name its type; make the type internal, or the member static"
            : !member.IsStatic && InterceptionRules.HasStaticAbstract(owner) ? "its type has a static abstract member and cannot be a type argument"
            : member.IsStatic && (member.IsAbstract || member.IsVirtual) ? "it is static and abstract, so there is no one member to read"
            : null;
    }

    /// <summary>What a member reports; null for one that cannot be read.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        IMethodSymbol { Parameters.Length: 0, Arity: 0, MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        _ => null,
    };

    /// <summary>Whether generated code can name a type: a static one cannot be a parameter's, a file-local or private one cannot be named.</summary>
    public static bool IsNameable(INamedTypeSymbol owner, Compilation compilation) =>
        !owner.IsStatic && !owner.SelfAndContainingTypes().Any(outer => outer.IsFileLocal) && compilation.IsSymbolAccessibleWithin(owner, compilation.Assembly);
}
