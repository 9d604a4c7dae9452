using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns a partial <c>[AiCall]</c> method into a model; null where a half of it cannot be written.</summary>
static class PartialMethodReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) =>
        node is MethodDeclarationSyntax { Body: null, ExpressionBody: null } method && method.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static PartialModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var syntax = (MethodDeclarationSyntax)context.TargetNode;
        if (context.TargetSymbol is not IMethodSymbol { IsPartialDefinition: true, PartialImplementationPart: null } method
            || method.ExplicitInterfaceImplementations.Length > 0
            || syntax.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || !AreTypesPartial(syntax)
            || IsInFileLocalType(method))
        {
            return null;
        }

        var core = PartialMethods.CoreOf(method);
        var reply = ReplyReader.Read(method, context.SemanticModel.Compilation, MemberPaths.None, isIterator: PartialMethods.IsIterator(core, cancellation));
        if (IsInVariantInterface(method))
        {
            reply = reply with { Reader = null }; // No type can be nested in such an interface (CS8427), so its usage is missing.
        }

        var hash = StableHash.Of(method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat));
        return new PartialModel(
            LocationReader.Mapped(syntax.SyntaxTree.FilePath, context.SemanticModel.Compilation),
            LocationReader.Read(syntax.Identifier.GetLocation(), context.SemanticModel.Compilation),
            method.ContainingNamespace.IsGlobalNamespace
                ? ""
                    : method.ContainingNamespace.ToDisplayString(
                        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            syntax.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(Header).ToEquatableArray(),
            string.Concat(syntax.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(modifier => modifier.Text + " ")),
            SignatureReader.ReadOwn(method),
            method.IsExtensionMethod,
            reply,
            $"__{method.Name}Reply_{hash}",
            OwnerReader.Read(method, context.SemanticModel.Compilation),
            $"__{method.Name}Owner_{hash}",
            RequestReader.Model(method, MemberPaths.None, new MemberReader(), context.SemanticModel.Compilation),
            RequestReader.CallerToken(method),
            InventoryNames.Member(method),
            core is not null,
            SiteReader.Read(InventoryNames.Call(method), ExplicitLabels.Read(context.Attributes[0]), apiProvider: null));
    }

    static bool AreTypesPartial(MethodDeclarationSyntax method) =>
        method.Ancestors().OfType<TypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    // Another file's half would be one of another type.
    static bool IsInFileLocalType(IMethodSymbol method) => method.ContainingType.SelfAndContainingTypes().Any(type => type.IsFileLocal);

    static bool IsInVariantInterface(IMethodSymbol method) =>
        method.ContainingType.SelfAndContainingTypes().Any(type => type.TypeParameters.Any(parameter => parameter.Variance != VarianceKind.None));

    static string Header(TypeDeclarationSyntax type)
    {
        var keyword = type is RecordDeclarationSyntax record
            ? record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "record struct" : "record"
            : type.Keyword.Text;
        var isUnsafe = type.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
        var parameters = type.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(TypeParameter))}>" : "";
        return $"{isUnsafe}partial {keyword} {type.Identifier.Text}{parameters}";
    }

    // Without its attributes and comments, which stand once.
    static string TypeParameter(TypeParameterSyntax parameter) =>
        (parameter.VarianceKeyword.IsKind(SyntaxKind.None) ? "" : parameter.VarianceKeyword.Text + " ") + parameter.Identifier.Text;
}
