using System.Collections.Immutable;
using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC002: declares a client whose type generated code cannot name as the public interface that it implements.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterfaceReceiverFix)), Shared]
public sealed class InterfaceReceiverFix() : TextFixProvider(RuleIds.UnmeasurableCall)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (context.NodeAt(diagnostic) is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: { } receiver } } name
            && CallClassifier.Recognise(context.Model, name, context.Cancellation) is { UnsupportedReason: UnsupportedReason.InaccessibleType }
            && context.Model.GetTypeInfo(receiver, context.Cancellation).Type is { } type
            && type.AllInterfaces.FirstOrDefault(face => KnownApis.Of(context.Model.Compilation).HasType(face.OriginalDefinition)) is { } api
            && context.Model.GetSymbolInfo(receiver, context.Cancellation).Symbol is { } variable
            && variable.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == context.Root.SyntaxTree)?.GetSyntax(context.Cancellation)
                is { } declaration
            && TypeOf(declaration) is { } declared)
        {
            var text = api.ToMinimalDisplayString(context.Model, declared.SpanStart);
            ImmutableArray<TextChange> changes =
            [
                new TextChange(declared.Span, text),
                .. SpelledOut(declaration, type.ToMinimalDisplayString(context.Model, declared.SpanStart)),
            ];
            if (Compiles(context, changes))
            {
                yield return new FixCandidate($"Declare '{variable.Name}' as '{text}'", "interface", changes);
            }
        }
    }

    static TypeSyntax? TypeOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    };

    // An interface cannot be made by new().
    static IEnumerable<TextChange> SpelledOut(SyntaxNode declaration, string type)
    {
        var value = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return value is ImplicitObjectCreationExpressionSyntax made ? [AttributeNaming.Insertion(made.NewKeyword.Span.End, " " + type)] : [];
    }

    // Whether the variable is used for nothing that the interface lacks.
    static bool Compiles(FixContext context, ImmutableArray<TextChange> changes)
    {
        var tree = context.Root.SyntaxTree;
        var changed = tree.WithChangedText(context.Text.WithChanges(changes.OrderBy(change => change.Span.Start)));
        var after = context.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        return Errors(after) <= Errors(context.Model);

        int Errors(SemanticModel model) =>
            model.GetDiagnostics(cancellationToken: context.Cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
