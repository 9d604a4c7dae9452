using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns the interface that an extension sends its requests through into a client that measures them.</summary>
internal static class MeasuredClientReader
{
    public static MeasuredClientModel? Read(IMethodSymbol extension, ApiRow row, Compilation compilation)
    {
        if (!row.ThroughClient || PassableInterface.Of(extension) is not { } face)
        {
            return null;
        }

        var apis = KnownApis.Of(compilation);
        var members = PassableInterface.Members(face).ToList();
        var requests = members.OfType<IMethodSymbol>().Select(method => (Method: method, Row: ApiRecogniser.Recognise(method, apis))).Where(request => request.Row is not null).ToList();
        return new MeasuredClientModel(
            TypeText.Plain(face),
            members.Except(requests.Select(request => request.Method), SymbolEqualityComparer.Default).OfType<ISymbol>().Select(PassedOn).ToEquatableArray(),
            requests.Select(request => Request(request.Method, face, request.Row!, compilation)).ToEquatableArray());
    }

    static MeasuredMemberModel Request(IMethodSymbol method, INamedTypeSymbol face, ApiRow row, Compilation compilation)
    {
        var request = new MemberReader();
        var model = RequestReader.ModelArgument(method, row.Paths, request, compilation);
        var signature = SignatureReader.ReadImplementation(method);
        return new MeasuredMemberModel(
            TypeText.Plain(method.ContainingType),
            signature with { Suppressions = signature.Suppressions.Concat(request.Suppressions).ToEquatableArray() },
            ReplyReader.Read(method, compilation, row.Paths),
            ClientReader.Read(face, row),
            model,
            RequestReader.TokenArgument(method));
    }

    static string PassedOn(ISymbol member)
    {
        var face = TypeText.Plain(member.ContainingType);
        var inner = $"(({face}){MeasuredClientModel.Inner}).{TypeText.Name(member)}";
        if (member is IPropertySymbol property)
        {
            var accessors = (property.GetMethod is null ? "" : $"get => {inner}; ") + (property.SetMethod is null ? "" : $"set => {inner} = value; ");
            return $"{TypeText.Of(property.Type)} {face}.{TypeText.Name(property)} {{ {accessors}}}";
        }

        var signature = SignatureReader.ReadImplementation((IMethodSymbol)member);
        var call = $"{inner}{signature.OwnTypeArguments}({string.Join(", ", signature.Parameters.Select(parameter => parameter.Argument))})";
        return $"{signature.Implementation(face)} => {call};";
    }
}
