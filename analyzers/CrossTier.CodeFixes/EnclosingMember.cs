using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.CodeFixes;

/// <summary>The declaration around a call that can carry an attribute of ours.</summary>
static class EnclosingMember
{
    /// <summary>The member; a local function in a program of top-level statements; null where there is neither.</summary>
    public static SyntaxNode? Of(SyntaxNode call)
    {
        SyntaxNode? local = null;
        for (var node = call; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax:
                    local = node;
                    break;
                case GlobalStatementSyntax:
                    return local;
                // An event cannot carry one; its accessor can.
                case AccessorDeclarationSyntax { Parent.Parent: EventDeclarationSyntax }:
                case BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or FieldDeclarationSyntax or TypeDeclarationSyntax:
                    return node;
            }
        }

        return null;
    }

    public static string Name(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseMethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } => type.Identifier.ValueText,
        _ => "this member",
    };
}
