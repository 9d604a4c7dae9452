using CrossTier.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC003: a hand-written request to an inference endpoint, outside the <c>Core</c> of a partial <c>[AiCall]</c> method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandWrittenHttpAnalyzer() : UnmeasuredCallAnalyzer(InMember, AtTopLevel)
{
    const string Title = "Hand-written HTTP call to an inference endpoint";

    static readonly DiagnosticDescriptor InMember = Rule.Create(
        RuleIds.HandWrittenHttp,
        Title,
        "'{0}' sends to an inference endpoint ({1}) and nothing measures it; make '{2}' a partial [AiCall] method with this code as its Core",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor AtTopLevel = Rule.Create(
        RuleIds.HandWrittenHttp,
        Title,
        "'{0}' sends to an inference endpoint ({1}) and nothing measures it; move this code to the Core of a partial [AiCall] method",
        DiagnosticSeverity.Warning);

    private protected override Diagnostic Describe(UnmeasuredCall call) => MemberText.IsTopLevel(call.Member)
        ? Diagnostic.Create(AtTopLevel, call.Place, call.Http!.Name, call.Http.Evidence)
        : Diagnostic.Create(InMember, call.Place, call.Http!.Name, call.Http.Evidence, MemberText.Of(call.Member));
}
