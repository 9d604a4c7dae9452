using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds what a reply reports beside its tokens: which response it is of, its service tier, billed tools, why the model stopped.</summary>
/// <param name="members">Finds its members.</param>
sealed class OutcomeReader(MemberReader members)
{
    static readonly string[] Lists = ["Choices", "Candidates"];

    /// <summary>The id of the response; null if the reply has none.</summary>
    public MemberPath? Response(ITypeSymbol body, MemberPath at) =>
        members.Find(body, ApiCatalogue.Names.Response, MemberReader.IsText) is { } id ? at.Then(id) : null;

    /// <summary>What is read after the tokens.</summary>
    public IEnumerable<ReadStep> After(ITypeSymbol body, MemberPath at)
    {
        if (Word(body, ApiCatalogue.Names.ServiceTier, out var form) is { } tier && form != WordForm.Enum)
        {
            yield return new TierStep(at.Then(tier), form);
        }

        if (members.Find(body, ApiCatalogue.Names.WebSearches, PublicProperty.IsCount) is { } searches)
        {
            yield return new ToolUsesStep(at.Then(searches), BilledTools.WebSearch);
        }

        foreach (var name in ApiCatalogue.Names.Finish)
        {
            if (Finish(body, [name]) is { } finish)
            {
                yield return finish with { Path = at.Then(finish.Path) };
            }
        }

        foreach (var name in Lists)
        {
            if (members.Property(body, name)?.Type is INamedTypeSymbol { TypeArguments: [var item] } list
                && members.Property(list, "Count") is not null
                && Finish(item, ApiCatalogue.Names.Finish) is { } finish)
            {
                yield return finish with { List = at.Then(MemberPath.Of(name)) };
            }
        }

        if (SdkRecogniser.Of(body)?.Names.Status is { Length: > 0 } status
            && members.Find(body, status, type => PublicProperty.NotNullable(type).TypeKind == TypeKind.Enum) is { } path
            && PublicProperty.Follow(body, status.First(name => members.Find(body, [name], _ => true) is not null).Split('.'), out _) is { } states)
        {
            yield return new FinishStep(null, at.Then(path), WordForm.Enum, Members(states, name => name == "Completed" ? 1 : 0));
        }
    }

    FinishStep? Finish(ITypeSymbol body, string[] names) => Word(body, names, out var form) is { } path
        ? new FinishStep(null, path, form, form == WordForm.Enum ? Members(_word!, FinishWords.IndexOf) : default)
        : null;

    ITypeSymbol? _word;

    MemberPath? Word(ITypeSymbol body, string[] names, out WordForm form)
    {
        var found = WordForm.Text;
        var path = members.Find(body, names, type =>
        {
            _word = PublicProperty.NotNullable(type);
            if (FormOf(_word) is not { } known)
            {
                return false;
            }

            found = known;
            return true;
        });
        form = found;
        return path;
    }

    static WordForm? FormOf(ITypeSymbol type) => type switch
    {
        _ when MemberReader.IsText(type) => WordForm.Text,
        { TypeKind: TypeKind.Enum } => WordForm.Enum,
        _ when Method(type, "Raw") is not null => WordForm.Raw,
        { TypeKind: TypeKind.Struct } when Method(type, nameof(ToString)) is not null => WordForm.Value,
        _ => null,
    };

    static IMethodSymbol? Method(ITypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: 0 } && MemberReader.IsText(method.ReturnType));

    static EquatableArray<FinishMember> Members(ITypeSymbol type, Func<string, int> reasonOf)
    {
        var plain = PublicProperty.NotNullable(type);
        return
            (from field in plain.GetMembers().OfType<IFieldSymbol>()
             let reason = field.IsConst && !DiagnosticIds.IsError(field) ? reasonOf(field.Name) : 0
             where reason > 0
             select new FinishMember(TypeText.Plain(plain), TypeText.Name(field), reason)).ToEquatableArray();
    }
}
