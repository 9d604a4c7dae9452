using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Labels;

/// <summary>
/// Finds the values that become a request's model: an options' ModelId, a request's Model, and the model that a client is made for or a
/// call asks for.
/// </summary>
static class ModelSinkFinder
{
    static readonly string[] Properties = ["ModelId", "Model", "SelectedModel"];

    static readonly string[] Takers = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ModelTakers).Distinct()];

    // "Model" is a common name: on a request for inference it is a label, on one that pulls or shows a model it is not.
    static readonly string[] Requests = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ModelRequests)];

    static readonly string[] Parameters = ["model", "modelId", "defaultModel", "deploymentName"];

    public static IEnumerable<ExpressionSyntax> Find(SemanticModel model, CancellationToken cancellation) =>
        Assigned(model, cancellation).Concat(Passed(model, cancellation));

    static IEnumerable<ExpressionSyntax> Assigned(SemanticModel model, CancellationToken cancellation)
    {
        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Properties, cancellation))
        {
            if (token.Parent is IdentifierNameSyntax name
                && ((name.Parent as MemberAccessExpressionSyntax ?? (SyntaxNode)name).Parent as AssignmentExpressionSyntax) is { } assignment
                && assignment.Left.Span.Contains(name.Span)
                && model.GetSymbolInfo(name, cancellation).Symbol is IPropertySymbol property
                && (property.Name == "Model"
                    ? Requests.Contains(property.ContainingType.FullMetadataName())
                    : SdkRecogniser.NamesModels(property.ContainingType)))
            {
                yield return assignment.Right;
            }
        }
    }

    static IEnumerable<ExpressionSyntax> Passed(SemanticModel model, CancellationToken cancellation)
    {
        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Takers, cancellation))
        {
            SyntaxNode? maker = token.Parent switch
            {
                SimpleNameSyntax { Parent: ObjectCreationExpressionSyntax creation } => creation,
                SimpleNameSyntax { Parent: QualifiedNameSyntax { Parent: ObjectCreationExpressionSyntax creation } } => creation,
                SimpleNameSyntax name => CallForm.Of(name).Invocation,
                _ => null,
            };
            if (maker is not null
                && model.GetSymbolInfo(maker, cancellation).Symbol is IMethodSymbol method
                && SdkRecogniser.NamesModels(method.ContainingType)
                && Argument(maker, method) is { } argument)
            {
                yield return argument;
            }
        }
    }

    static ExpressionSyntax? Argument(SyntaxNode maker, IMethodSymbol method)
    {
        var arguments = ((maker as ObjectCreationExpressionSyntax)?.ArgumentList ?? (maker as InvocationExpressionSyntax)?.ArgumentList)?.Arguments;
        return arguments?.Where((argument, position) =>
                Parameters.Contains(argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters.ElementAtOrDefault(position)?.Name ?? ""))
            .Select(argument => argument.Expression)
            .FirstOrDefault();
    }
}
