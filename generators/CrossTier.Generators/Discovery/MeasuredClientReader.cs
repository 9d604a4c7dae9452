using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns the interface that an extension sends its requests through into a client that measures them.</summary>
static class MeasuredClientReader
{
    public static MeasuredClientModel? Read(IMethodSymbol extension, ApiRow row, Compilation compilation)
    {
        if (!row.ThroughClient || PassableInterface.Of(extension, compilation) is not { } interfaceType)
        {
            return null;
        }

        var apis = KnownApis.Of(compilation);
        var members = PassableInterface.Members(interfaceType).ToList();
        var requests = members.OfType<IMethodSymbol>()
            .Select(method => (Method: method, Row: ApiRecogniser.Recognise(method, apis)))
            .Where(request => request.Row is not null)
            .ToList();
        return new MeasuredClientModel(
            TypeText.Plain(interfaceType),
            members.Except(requests.Select(request => request.Method), SymbolEqualityComparer.Default).OfType<ISymbol>().Select(PassedOn).ToEquatableArray(),
            requests.Select(request => Request(request.Method, interfaceType, request.Row!, compilation)).ToEquatableArray());
    }

    static MeasuredMemberModel Request(IMethodSymbol method, INamedTypeSymbol interfaceType, ApiRow row, Compilation compilation)
    {
        var request = new MemberReader();
        var model = RequestReader.Model(method, row.Paths, request, compilation);
        var signature = SignatureReader.ReadImplementation(method);
        return new MeasuredMemberModel(
            TypeText.Plain(method.ContainingType),
            signature with { Suppressions = signature.Suppressions.Concat(request.Suppressions).ToEquatableArray() },
            ReplyReader.Read(method, compilation, row.Paths),
            ClientReader.Read(interfaceType, row, compilation),
            model,
            RequestReader.CallerToken(method));
    }

    static PassedMemberModel PassedOn(ISymbol member)
    {
        var (declaring, name) = (TypeText.Plain(member.ContainingType), TypeText.Name(member));
        return member is IPropertySymbol property
            ? new PassedMemberModel(declaring, name, null, TypeText.Of(property.Type), property.GetMethod is not null, property.SetMethod is not null)
            : new PassedMemberModel(declaring, name, SignatureReader.ReadImplementation((IMethodSymbol)member), "", HasGetter: false, HasSetter: false);
    }
}
