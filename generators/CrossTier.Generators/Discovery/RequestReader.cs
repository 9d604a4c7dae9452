using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds in a method's parameters the model that a request asks for and the caller's token.</summary>
static class RequestReader
{
    static readonly string[] Token = ["System.Threading.CancellationToken"];

    static readonly string[] TokenOptions = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.TokenOptions)];

    public static RequestedModel? Model(IMethodSymbol method, MemberPaths paths, MemberReader members, Compilation compilation) =>
        (paths.Model is { } path ? Explicit(method, path, members) : null)
        ?? ApiCatalogue.Sdks.SelectMany(sdk => sdk.RequestOptions).Select(options => OfOptions(method, options, compilation))
            .FirstOrDefault(model => model is not null)
        ?? Named(method, isOptional: false)
        ?? method.Parameters.Select(parameter => OfRequest(parameter, members, compilation)).FirstOrDefault(model => model is not null)
        ?? Named(method, isOptional: true);

    public static CallerToken? CallerToken(IMethodSymbol method) =>
        Parameter(method, Token) is { RefKind: RefKind.None } token ? new CallerToken(TypeText.Name(token), IsInOptions: false)
        : Parameter(method, TokenOptions) is { } options ? new CallerToken(TypeText.Name(options), IsInOptions: true)
        : null;

    // A path after a parameter's name; any other is the client's.
    static RequestedModel? Explicit(IMethodSymbol method, string path, MemberReader members)
    {
        var names = path.Split('.');
        var parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == names[0] && parameter.RefKind != RefKind.Out);
        return parameter is not null && members.Follow(parameter.Type, names.Skip(1), MemberReader.IsText, mayBeNull: true) is { } access
            ? new RequestedModel(TypeText.Name(parameter), access, IsGuarded: names.Length > 1 && !parameter.Type.IsRefLikeType)
            : null;
    }

    static RequestedModel? OfOptions(IMethodSymbol method, RequestOptions options, Compilation compilation)
    {
        if (Parameter(method, [options.Type]) is not { } parameter)
        {
            return null;
        }

        var derived = options.Derived is { } name ? compilation.FindNameable(name, parameter.Type) : null;
        var path = options.Model.Split('.');
        return (options.Derived is null || derived is not null)
            && PublicProperty.Follow(derived ?? parameter.Type, path, out _) is { } model && MemberReader.IsText(model)
                ? new RequestedModel(
                    TypeText.Name(parameter),
                    new MemberPath(path.Select(member => new MemberAccess(member, IsConditional: true)).ToEquatableArray()),
                    derived is null ? "" : TypeText.Plain(derived))
                : null;
    }

    // An optional one is for what the request does not name.
    static RequestedModel? Named(IMethodSymbol method, bool isOptional) =>
        SdkRecogniser.OfOneModel(method.ContainingType) is not null
        && method.Parameters.FirstOrDefault(parameter => parameter.IsOptional == isOptional && IsModel(parameter)) is { } named
            ? new RequestedModel(TypeText.Name(named), MemberPath.Self)
            : null;

    static bool IsModel(IParameterSymbol parameter) =>
        parameter is { Name: "model" or "modelId", RefKind: RefKind.None } && MemberReader.IsText(parameter.Type);

    static RequestedModel? OfRequest(IParameterSymbol parameter, MemberReader members, Compilation compilation) =>
        parameter is { RefKind: RefKind.None, Type.IsReferenceType: true } && SdkRecogniser.OfOneModel(parameter.Type) is not null
        && members.Find(parameter.Type, ApiCatalogue.Names.RequestedModel, type => BecomesText(type, compilation)) is { } access
            ? new RequestedModel(TypeText.Name(parameter), access, IsGuarded: true)
            : null;

    static bool BecomesText(ITypeSymbol type, Compilation compilation) =>
        MemberReader.IsText(type)
            || compilation.ClassifyConversion(type, compilation.GetSpecialType(SpecialType.System_String)) is { IsUserDefined: true, IsImplicit: true };

    static IParameterSymbol? Parameter(IMethodSymbol method, string[] types) =>
        method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.Out && types.Any(parameter.Type.HasMetadataName));
}
