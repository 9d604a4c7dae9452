using CrossTier.Analyzers.Calls;
using CrossTier.Analyzers.Http;
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
        "'{0}' sends to an inference endpoint ({1}) and {2}; make '{3}' a partial [AiCall] method with this code as its Core",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor AtTopLevel = Rule.Create(
        RuleIds.HandWrittenHttp,
        Title,
        "'{0}' sends to an inference endpoint ({1}) and {2}; move this code to the Core of a partial [AiCall] method",
        DiagnosticSeverity.Warning);

    private protected override Diagnostic Describe(UnmeasuredCall call) => MemberText.IsTopLevel(call.Member)
        ? Diagnostic.Create(AtTopLevel, call.Location, call.Http!.Name, call.Http.Evidence, Cause(call.Http))
        : Diagnostic.Create(InMember, call.Location, call.Http!.Name, call.Http.Evidence, Cause(call.Http), MemberText.Of(call.Member));

    static string Cause(HttpCall call) =>
        call.Unreadable is { } reason ? $"CrossTier's HTTP handler cannot measure it ({reason})" : "nothing measures it";
}
