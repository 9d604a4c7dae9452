using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>The types around a method, all of which must be partial for a half of it to be generated.</summary>
static class PartialTypes
{
    /// <summary>Whether another file can add a half to them at all.</summary>
    public static bool CanBe(MethodDeclarationSyntax method) =>
        method.Ancestors().OfType<TypeDeclarationSyntax>().All(type =>
            type is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax
            && !type.Modifiers.Any(SyntaxKind.FileKeyword));

    public static IEnumerable<TextChange> Make(MethodDeclarationSyntax method) =>
        method.Ancestors().OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(type => AttributeNaming.Insertion(type.Keyword.SpanStart, "partial "));
}
