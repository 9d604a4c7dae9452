using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>The text of a partial definition and of its <c>Core</c>.</summary>
static class MethodText
{
    /// <summary>The definition that a method becomes: its head without <c>async</c>.</summary>
    public static string Definition(MethodDeclarationSyntax method)
    {
        var modifiers = method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(modifier => modifier.Text + " ");
        var hasAccess = method.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()));
        var parameters = method.ParameterList.RemoveNodes(
            method.ParameterList.Parameters.SelectMany(parameter => parameter.AttributeLists).Where(IsOfIterator),
            SyntaxRemoveOptions.KeepLeadingTrivia)!;
        var constraints = string.Concat(method.ConstraintClauses.Select(clause => " " + clause));
        return $"{(hasAccess ? "" : "private ")}{string.Concat(modifiers)}partial {method.ReturnType} "
            + $"{method.Identifier.Text}{method.TypeParameterList}{parameters}{constraints};";
    }

    /// <summary>A <c>Core</c> to be filled in, for a definition that has none.</summary>
    public static string EmptyCore(MethodDeclarationSyntax definition, string exception)
    {
        var parameters = string.Join(", ", definition.ParameterList.Parameters.Select(Parameter));
        var constraints = string.Concat(definition.ConstraintClauses.Select(clause => " " + clause));
        var body = definition.ReturnType is RefTypeSyntax ? $" {{ throw new {exception}(); }}" : $" => throw new {exception}();";
        return $"{CoreModifiers(definition.Modifiers)}{definition.ReturnType} "
            + $"{definition.Identifier.Text}Core{definition.TypeParameterList}({parameters}){constraints}{body}";
    }

    public static string CoreModifiers(SyntaxTokenList modifiers) => "private " + string.Concat(modifiers
        .Where(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.AsyncKeyword)
        .Select(modifier => modifier.Text + " "));

    /// <summary>What a parameter loses in the <c>Core</c>, which is called with every argument: attributes, its default, <c>this</c>.</summary>
    public static IEnumerable<TextChange> CoreParameter(ParameterSyntax parameter)
    {
        foreach (var list in parameter.AttributeLists.Where(list => !IsOfIterator(list)))
        {
            yield return Removal(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart);
        }

        foreach (var modifier in parameter.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.ThisKeyword)))
        {
            yield return Removal(modifier.SpanStart, modifier.GetNextToken().SpanStart);
        }

        if (parameter.Default is { } value)
        {
            yield return Removal(parameter.Identifier.Span.End, value.Span.End);
        }
    }

    static string Parameter(ParameterSyntax parameter) =>
        string.Concat(parameter.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)).Select(modifier => modifier.Text + " "))
            + parameter.Type
            + " "
            + parameter.Identifier.Text;

    // [EnumeratorCancellation] belongs on the half with the iterator.
    static bool IsOfIterator(AttributeListSyntax list) => list.ToString().Contains("EnumeratorCancellation");

    public static TextChange Removal(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}
