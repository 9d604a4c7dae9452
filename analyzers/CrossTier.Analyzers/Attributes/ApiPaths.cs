using CrossTier.Recognition;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Attributes;

/// <summary>Checks the member paths of an <c>[AiApi]</c>: each must lead somewhere for one overload at least.</summary>
static class ApiPaths
{
    /// <summary>What is wrong with the first path that leads nowhere; null if all are right.</summary>
    public static string? Problem(AttributeData attribute, INamedTypeSymbol type, string method)
    {
        var overloads = DeclaredApi.Members(type, method).OfType<IMethodSymbol>().ToList();
        return ModelProblem(DeclaredApi.Text(attribute, DeclaredApi.Model), overloads)
            ?? ReplyProblem(attribute, DeclaredApi.Usage, "an object with token counts", overloads, type => type.SpecialType == SpecialType.None)
            ?? ReplyProblem(attribute, DeclaredApi.InputTokens, "a whole number", overloads, PublicProperty.IsCount)
            ?? ReplyProblem(attribute, DeclaredApi.OutputTokens, "a whole number", overloads, PublicProperty.IsCount);
    }

    static string? ModelProblem(string? path, List<IMethodSymbol> overloads)
    {
        if (path is null)
        {
            return null;
        }

        var names = path.Split('.');
        return First(overloads, method => method.Parameters.FirstOrDefault(parameter => parameter.Name == names[0]) is { } parameter
            ? PathProblem(DeclaredApi.Model, path, parameter.Type, names.Skip(1), "a string", IsText)
            : Client(method) is { } client ? PathProblem(DeclaredApi.Model, path, client, names, "a string", IsText)
            : $"Model = \"{path}\" starts with no parameter, and a static method has no client");
    }

    static string? ReplyProblem(AttributeData attribute, string name, string what, List<IMethodSymbol> overloads, Func<ITypeSymbol, bool> fits) =>
        DeclaredApi.Text(attribute, name) is { } path
            ? First(
                overloads,
                method => ReplyReader.Body(method.ReturnType) is var reply && reply.TypeKind == TypeKind.Error
                    ? null
                    : PathProblem(name, path, reply, path.Split('.'), what, fits))
            : null;

    static string? PathProblem(string name, string path, ITypeSymbol type, IEnumerable<string> names, string what, Func<ITypeSymbol, bool> fits) =>
        PublicProperty.Follow(type, names, out var missing) is { } found
            ? fits(found) ? null : $"{name} = \"{path}\" leads to '{Short(found)}', which is not {what}"
            : $"{name} = \"{path}\" leads nowhere: '{Short(missing!.Value.Type)}' has no public property '{missing.Value.Name}'";

    static string? First(List<IMethodSymbol> overloads, Func<IMethodSymbol, string?> problem) =>
        overloads.Select(problem).ToList() is var problems && problems.TrueForAll(found => found is not null) ? problems.FirstOrDefault() : null;

    static ITypeSymbol? Client(IMethodSymbol method) => !method.IsStatic ? method.ContainingType : method.IsExtensionMethod ? method.Parameters[0].Type : null;

    static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
