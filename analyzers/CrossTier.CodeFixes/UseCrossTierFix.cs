using System.Composition;
using CrossTier.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.CodeFixes;

/// <summary>AIC002: puts the middleware on a client that is asked in a Razor file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseCrossTierFix)), Shared]
public sealed class UseCrossTierFix() : TextFixProvider(RuleIds.UnmeasurableCall)
{
    const string Middleware = ".UseCrossTier()";

    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(DiagnosticProperties.IsRegistration)
            || context.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } registration)
        {
            yield break;
        }

        yield return new FixCandidate(
            $"Measure the client with {Middleware}",
            "middleware",
            AttributeNaming.ImportAt(context, registration.SpanStart).Add(AttributeNaming.Insertion(registration.Span.End, Middleware)));
    }
}
