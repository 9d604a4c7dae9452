using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Calls;

/// <summary>
/// The private members of a type that are mentioned only in the <c>Core</c> of a measured partial method, or in other such members. Told by
/// name, so an overload that is called from elsewhere takes all of its name out.
/// </summary>
sealed class CoreReach
{
    readonly ImmutableDictionary<string, string> _origins;

    CoreReach(ImmutableDictionary<string, string> origins) => _origins = origins;

    public static CoreReach Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().ToList();
        var origins = methods.GroupBy(method => method.Name)
            .Where(overloads => overloads.All(PartialMethods.IsCore))
            .ToImmutableDictionary(core => core.Key, core => core.Key);
        if (origins.IsEmpty)
        {
            return new CoreReach(origins);
        }

        var helpers = methods.Where(method => method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary })
            .Select(method => method.Name)
            .Distinct()
            .ToList();
        var mentions = Mentions(type, helpers, cancellation).ToLookup(mention => mention.Name, mention => mention.From);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var helper in helpers.Where(helper => !origins.ContainsKey(helper)))
            {
                var callers = mentions[helper].Where(caller => caller != helper).Distinct().ToList();
                if (callers.Count > 0 && callers.All(origins.ContainsKey))
                {
                    origins = origins.Add(helper, origins[callers[0]]);
                    grew = true;
                }
            }
        }

        return new CoreReach(origins);
    }

    /// <summary>The <c>Core</c> from which alone a member is reached, or null.</summary>
    public string? CoreAbove(ISymbol member) =>
        member is IMethodSymbol && _origins.TryGetValue(member.Name, out var core) && core != member.Name ? core : null;

    static IEnumerable<(string Name, string From)> Mentions(INamedTypeSymbol type, List<string> names, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences
            .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(name => names.Contains(name.Identifier.ValueText))
            .Select(name => (name.Identifier.ValueText, From: MemberName(name)));

    static string MemberName(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method ? method.Identifier.ValueText : "";
}
