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
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterfaceReceiverFix))]
[Shared]
public sealed class InterfaceReceiverFix() : TextFixProvider(RuleIds.UnmeasurableCall)
{
    private protected override IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic)
    {
        if (place.NodeAt(diagnostic) is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: { } receiver } } name
            && CallClassifier.Recognise(place.Model, name, place.Cancellation) is { Refusal: Refusal.InaccessibleType }
            && place.Model.GetTypeInfo(receiver, place.Cancellation).Type is { } type
            && type.AllInterfaces.FirstOrDefault(face => KnownApis.Of(place.Model.Compilation).HasType(face.OriginalDefinition)) is { } api
            && place.Model.GetSymbolInfo(receiver, place.Cancellation).Symbol is { } variable
            && variable.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == place.Root.SyntaxTree)?.GetSyntax(place.Cancellation) is { } declaration
            && TypeOf(declaration) is { } declared)
        {
            var text = api.ToMinimalDisplayString(place.Model, declared.SpanStart);
            ImmutableArray<TextChange> changes = [new TextChange(declared.Span, text), .. SpelledOut(declaration, type.ToMinimalDisplayString(place.Model, declared.SpanStart))];
            if (Compiles(place, changes))
            {
                yield return new Offer($"Declare '{variable.Name}' as '{text}'", "interface", changes);
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
    static bool Compiles(FixPlace place, ImmutableArray<TextChange> changes)
    {
        var tree = place.Root.SyntaxTree;
        var changed = tree.WithChangedText(place.Text.WithChanges(changes.OrderBy(change => change.Span.Start)));
        var after = place.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        return Errors(after) <= Errors(place.Model);

        int Errors(SemanticModel model) => model.GetDiagnostics(cancellationToken: place.Cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
