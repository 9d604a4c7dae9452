using System.Composition;
using CrossTier.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CrossTier.CodeFixes;

/// <summary>AIC001: puts <c>[assembly: AiCall]</c> below the usings, which measures every call of the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateAssemblyFix)), Shared]
public sealed class AnnotateAssemblyFix() : TextFixProvider(RuleIds.UnscopedCall)
{
    // One attribute fixes a project, and two do not compile: of the files of a project only the first is changed.
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var all = context.Scope is FixAllScope.Project or FixAllScope.Solution
            ? await context.GetAllDiagnosticsAsync(document.Project).ConfigureAwait(false)
            : diagnostics;
        var first = all.Select(diagnostic => diagnostic.Location.SourceTree?.FilePath).OrderBy(path => path, StringComparer.Ordinal).FirstOrDefault();
        return first is not null && first != document.FilePath
            ? document
            : await FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false);
    });

    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        var at = AttributeNaming.AfterUsings(context);

        // The end of the usings counts as one of them, where no using holds yet.
        var (name, import) = AttributeNaming.At(context, Math.Min(at + 1, context.Root.FullSpan.End), "AiCall");
        var isBelowUsings = context.Root.Usings.Count > 0 || context.Root.Externs.Count > 0;
        var line = $"[assembly: {name}]{context.NewLine}";
        yield return new FixCandidate(
            "Measure every inference call of this project with [assembly: AiCall]",
            "assembly",
            import.Add(AttributeNaming.Insertion(at, isBelowUsings ? context.NewLine + line : line + context.NewLine)));
    }
}
