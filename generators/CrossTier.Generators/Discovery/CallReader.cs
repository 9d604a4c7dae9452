using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns a recognised call into a model without symbols.</summary>
static class CallReader
{
    public static CallModel? Read(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        Read(context.SemanticModel, (SimpleNameSyntax)context.Node, cancellation);

    public static CallModel? Read(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation)
    {
        if (CallClassifier.Recognise(model, name, cancellation) is not { Scope.Kind: not ScopeKind.Core } call)
        {
            return null;
        }

        var (state, reason) = call switch
        {
            { Scope: { Kind: ScopeKind.Ignored, Reason: var excuse } } => (CallStates.Ignored, excuse),
            { Scope.Kind: ScopeKind.None } => (CallStates.Unscoped, null),
            { UnsupportedReason: UnsupportedReason.None } => (CallStates.Measured, null),
            { UnsupportedReason: var why } => (CallStates.Refused, why.ToString()),
        };
        return new CallModel(
            LocationReader.Mapped(name.SyntaxTree.FilePath, model.Compilation),
            LocationReader.Read(name.GetLocation(), model.Compilation),
            InventoryNames.Api(call.Method),
            call.Row.Id,
            InventoryNames.Member(call.Member),
            call.Row.Operation.ToString(),
            state,
            reason,
            call.Role != CallRole.Unknown || ApiRecogniser.IsInImplementation(call.Member, KnownApis.Of(model.Compilation)),
            SiteReader.Read(call.Origin, call.Scope.Labels, call.Row.Provider) with { Operation = call.Row.Operation.ConventionName(), Role = call.Role },
            call.IsUnbound,
            state == CallStates.Measured ? Interception(model, call) : null);
    }

    static InterceptionModel? Interception(SemanticModel model, RecognisedCall call)
    {
        var compilation = model.Compilation;
        if (call.Location is not { } location)
        {
            return null;
        }

        var method = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        var signature = SignatureReader.Read(method);
        var (receiver, client) = Receiver(method, signature);
        var request = new MemberReader();
        var clientType = ClientType(model, call.Name);
        var requested = RequestReader.Model(method, call.Row.Paths, request, compilation);
        return new InterceptionModel(
            location.Version,
            location.Data,
            signature with { Suppressions = signature.Suppressions.Concat(request.Suppressions).ToEquatableArray() },
            method.IsStatic ? null : TypeText.Of(method.ContainingType),
            method.IsExtensionMethod,
            method.IsStatic ? TypeText.Of(method.ContainingType) : "",
            method.IsExtensionMethod && AmbiguousTypes.Of(compilation).Contains(method.ContainingType) ? method.ContainingNamespace.ToDisplayString() : "",
            ReplyReader.Read(method, compilation, call.Row.Paths, call.Row.Operation.HasNoTokens()),
            client,
            Plan(method, receiver, clientType, call.Row, compilation),
            requested,
            RequestReader.CallerToken(method));
    }

    static CallPlan Plan(IMethodSymbol method, ITypeSymbol? receiver, ITypeSymbol? client, ApiRow row, Compilation compilation) =>
        MeasuredClientReader.Read(method, row, compilation) is { } measured ? new ThroughClientPlan(measured, LoopReader.Read(method, compilation))
        : (CallPlan?)KernelPlanReader.Read(method, compilation)
            ?? new DirectPlan(receiver is null ? null : ClientReader.Read(receiver, client, row, compilation));

    // What stands before the method's name, whatever type the method takes.
    static ITypeSymbol? ClientType(SemanticModel model, SimpleNameSyntax name) =>
        CallForm.ReceiverOf(name) is { } receiver && model.GetTypeInfo(receiver).Type is { TypeKind: not TypeKind.Error } type ? type : null;

    static (ITypeSymbol? Type, string Parameter) Receiver(IMethodSymbol method, SignatureModel signature) => method switch
    {
        { IsStatic: false } => (method.ContainingType, signature.Free("__client")),
        { IsExtensionMethod: true } => (method.Parameters[0].Type, TypeText.Name(method.Parameters[0])),
        _ => (null, ""),
    };
}
