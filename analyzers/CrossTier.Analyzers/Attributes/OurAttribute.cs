using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Attributes;

/// <summary>One of our attributes where it stands.</summary>
/// <param name="Syntax">The attribute.</param>
/// <param name="Data">What it states.</param>
/// <param name="Owner">What it stands on.</param>
/// <param name="Kind">Its metadata name.</param>
sealed record OurAttribute(AttributeSyntax Syntax, AttributeData Data, ISymbol Owner, string Kind)
{
    /// <summary>An argument of the constructor where it is written, or null.</summary>
    public AttributeArgumentSyntax? Argument(int position)
    {
        var arguments = Syntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList() ?? [];
        var parameter = Data.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name;
        return arguments.Find(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? (arguments.ElementAtOrDefault(position) is { NameColon: null } own ? own : null);
    }

    /// <summary>A property's value where it is written, or null.</summary>
    public AttributeArgumentSyntax? Argument(string name) =>
        Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
