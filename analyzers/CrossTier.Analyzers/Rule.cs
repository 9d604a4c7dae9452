using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers;

/// <summary>Creates the descriptors of the rules: one category, a help page computed from the id, always enabled.</summary>
static class Rule
{
    public const string Category = "CrossTier";
    const string HelpPages = RepositoryAddress.Documentation + "rules/";

    /// <summary>A diagnostic of a rule that is reported for one file.</summary>
    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, DiagnosticSeverity defaultSeverity) =>
        new(id, title, messageFormat, Category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    /// <summary>A diagnostic of a rule that is reported once the whole compilation is known: in builds, not while one types.</summary>
    public static DiagnosticDescriptor CreateForCompilationEnd(string id, string title, string messageFormat, DiagnosticSeverity defaultSeverity) =>
        new(id, title, messageFormat, Category, defaultSeverity, true, helpLinkUri: HelpLink(id), customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>A further diagnostic of a rule, of another severity. The table of releases has one row a rule, for the first.</summary>
    public static DiagnosticDescriptor Create(DiagnosticDescriptor first, string messageFormat, DiagnosticSeverity defaultSeverity) =>
        new(first.Id, first.Title, messageFormat, Category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: first.HelpLinkUri);

    /// <summary>The same, reported once the whole compilation is known.</summary>
    public static DiagnosticDescriptor CreateForCompilationEnd(DiagnosticDescriptor first, string messageFormat, DiagnosticSeverity defaultSeverity) =>
        CreateForCompilationEnd(first.Id, first.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), messageFormat, defaultSeverity);

    static string HelpLink(string id) => HelpPages + id + ".md";
}
