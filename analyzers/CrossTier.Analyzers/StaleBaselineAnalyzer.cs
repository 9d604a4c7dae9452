using System.Collections.Concurrent;
using CrossTier.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC013: a line of the baseline that covers fewer calls than it allows, so that the file only shrinks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleBaselineAnalyzer() : CrossTierAnalyzer(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = Rule.CreateForCompilationEnd(
        RuleIds.StaleBaseline,
        "Baseline entry matches nothing",
        "The baseline entry is wrong: {0}",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = view.BaselineOf(context.Options, context.CancellationToken);
        if (!baseline.Entries.Any() && !baseline.Problems.Any())
        {
            return;
        }

        var found = new ConcurrentDictionary<(string Member, string Api), int>();
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken))
            {
                found.AddOrUpdate((call.MemberId, call.ApiId), 1, (_, count) => count + 1);
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (location, problem) in baseline.Problems)
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptor, location, problem));
            }

            foreach (var (entry, location) in baseline.Entries)
            {
                var left = found.TryGetValue((entry.Member, entry.Api), out var count) ? count : 0;
                if (left < entry.Count)
                {
                    var problem = left == 0
                        ? $"'{entry.Member}' holds no unmeasured call of '{entry.Api}' any more; delete the line"
                        : $"'{entry.Member}' holds {left} unmeasured calls of '{entry.Api}', not {entry.Count}; lower the count";
                    end.ReportDiagnostic(Diagnostic.Create(Descriptor, location, problem));
                }
            }
        });
    }
}
