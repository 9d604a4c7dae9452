using CrossTier.Analyzers.Calls;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC001: an inference call outside every <c>[AiCall]</c> scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnscopedCallAnalyzer() : UnmeasuredCallAnalyzer(InMember, InLocalFunction, AtTopLevel, NoRequest)
{
    const string Title = "Inference call outside every [AiCall] scope";

    static readonly DiagnosticDescriptor InMember = Rule.Create(
        RuleIds.UnscopedCall,
        Title,
        "'{0}' calls a model and nothing measures it; put [AiCall] on '{1}', its type or the assembly{2}, or ignore it with [AiIgnore(\"reason\")]",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor InLocalFunction = Rule.Create(
        RuleIds.UnscopedCall,
        Title,
        "'{0}' calls a model and nothing measures it; put [AiCall] on the local function '{1}', write [assembly: AiCall]{2}, or ignore it with "
        + "[AiIgnore(\"reason\")]",
        DiagnosticSeverity.Warning);

    // Top-level statements have no member that could carry an attribute.
    static readonly DiagnosticDescriptor AtTopLevel = Rule.Create(
        RuleIds.UnscopedCall,
        Title,
        "'{0}' calls a model and nothing measures it; write [assembly: AiCall]{1}, or move the call to a local function with [AiCall] "
        + "or [AiIgnore(\"reason\")]",
        DiagnosticSeverity.Warning);

    // A scope around it would not help.
    static readonly DiagnosticDescriptor NoRequest = Rule.Create(
        RuleIds.UnscopedCall,
        Title,
        "'{0}' calls a model and nothing measures it: {1}",
        DiagnosticSeverity.Warning);

    /// <summary>Whether the rule applies to a call.</summary>
    internal static bool Applies(RecognisedCall call) => call.Scope.Kind == ScopeKind.None;

    private protected override Diagnostic Describe(UnmeasuredCall call)
    {
        var method = call.Call!.Method.Name;
        var middleware = ClientRegistrations.CanMeasure(call.Call) ? ", put UseCrossTier() on its client" : "";
        return call.Call.Row.Form != RequestForm.Whole
            ? Diagnostic.Create(NoRequest, call.Location, method, UnsupportedReasons.Explain(call.Call.UnsupportedReason))
            : !MemberText.IsTopLevel(call.Member) ? Diagnostic.Create(InMember, call.Location, method, MemberText.Of(call.Member), middleware)
            : LocalFunction(call.Call.Name) is { } local ? Diagnostic.Create(InLocalFunction, call.Location, method, local, middleware)
            : Diagnostic.Create(AtTopLevel, call.Location, method, middleware);
    }

    // The outermost: the innermost is a detail of it.
    static string? LocalFunction(SyntaxNode call) => call.Ancestors().OfType<LocalFunctionStatementSyntax>().LastOrDefault()?.Identifier.ValueText;
}
