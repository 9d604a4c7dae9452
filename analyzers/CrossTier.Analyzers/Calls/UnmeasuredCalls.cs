using CrossTier.Analyzers.Http;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Calls;

/// <summary>Lists what a file leaves unmeasured, in the order of the file.</summary>
static class UnmeasuredCalls
{
    public static IEnumerable<UnmeasuredCall> Of(SemanticModel model, CompilationView view, CancellationToken cancellation) =>
        view.CallsOf(model, cancellation)
            .Where(call => !(UnscopedCallAnalyzer.Applies(call) && UnmeasurableCallAnalyzer.IsMeasuredByClient(model.SyntaxTree, call)
                && view.RegistrationsOf(cancellation).Measures(call)))
            .Select(Read).OfType<UnmeasuredCall>()
            .Concat(view.HttpCallsOf(model, cancellation).Select(Read))
            .OrderBy(call => call.Location.SourceSpan.Start);

    static UnmeasuredCall? Read(RecognisedCall call)
    {
        var rule = UnscopedCallAnalyzer.Applies(call) ? RuleIds.UnscopedCall
            : UnmeasurableCallAnalyzer.Applies(call) ? RuleIds.UnmeasurableCall
            : null;
        return rule is null ? null : new UnmeasuredCall(rule, call.Name.Identifier.GetLocation(), call.Member, call.Row.Id, Call: call);
    }

    static UnmeasuredCall Read(HttpCall call) => new(
        RuleIds.HandWrittenHttp,
        call.Location,
        ScopeReader.MemberOf(call.Enclosing),
        InventoryNames.ApiId(call.Method),
        Http: call);
}
