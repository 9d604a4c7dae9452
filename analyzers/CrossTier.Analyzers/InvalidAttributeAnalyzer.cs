using CrossTier.Analyzers.Attributes;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC012: an ignored call without a reason, an API that no interceptor can take, and a queue without a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidAttributeAnalyzer() : CrossTierAnalyzer(NoReason, NoModel, UnsupportedApi, UnreadableQueue)
{
    const string Title = "[AiIgnore] without a reason, [AiApi] on what cannot be intercepted, [AiQueue] without a model";

    static readonly DiagnosticDescriptor NoReason = Rule.Create(
        RuleIds.InvalidAttribute,
        Title,
        "[AiIgnore] has no reason; write for the next reader why these calls are not measured",
        DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor NoModel = Rule.Create(
        RuleIds.InvalidAttribute,
        Title,
        "[AiQueue] names no model and its object has none; write [AiQueue(\"llama3.2\")], or give the type a public property Model",
        DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor UnsupportedApi = Rule.Create(
        RuleIds.InvalidAttribute,
        Title,
        "[AiApi] cannot measure '{0}.{1}': {2}",
        DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor UnreadableQueue = Rule.Create(
        RuleIds.InvalidAttribute,
        Title,
        "[AiQueue] cannot read '{0}': {1}",
        DiagnosticSeverity.Error);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken))
            {
                if (Problem(attribute, attribute.Syntax.GetLocation(), file.SemanticModel.Compilation) is { } problem)
                {
                    file.ReportDiagnostic(problem);
                }
            }
        });

    static Diagnostic? Problem(OurAttribute attribute, Location location, Compilation compilation) =>
        (attribute.Kind, Arguments: attribute.Data.ConstructorArguments) switch
        {
            (AttributeNames.AiIgnore, [var reason]) when string.IsNullOrWhiteSpace(reason.Value as string) => Diagnostic.Create(NoReason, location),
            (AttributeNames.AiQueue, _)
                when attribute.Owner.ContainingType is not null && QueueRules.Problem(attribute.Owner, compilation) is { } unreadable =>
                Diagnostic.Create(UnreadableQueue, location, attribute.Owner.Name, unreadable),
            (AttributeNames.AiQueue, []) when !HasLabels(attribute.Owner) => Diagnostic.Create(NoModel, location),
            (AttributeNames.AiApi, [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }, var name]) =>
                Problem(attribute.Data, location, type, name.Value as string ?? ""),
            _ => null,
        };

    static Diagnostic? Problem(AttributeData attribute, Location location, INamedTypeSymbol type, string method) =>
        (ApiProblem(type, method) ?? ApiPaths.Problem(attribute, type, method)) is { } why
            ? Diagnostic.Create(UnsupportedApi, location, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), method, why)
            : null;

    // What the generator reads of the object whose member it is.
    static bool HasLabels(ISymbol member) =>
        member is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class } owner }
        && ApiCatalogue.Names is var names
        && names.Model.Concat(names.Provider).Concat(names.Endpoint).Concat(names.Tier).Any(name => PublicProperty.Find(owner, name) is not null);

    static string? ApiProblem(INamedTypeSymbol type, string method)
    {
        if (string.IsNullOrWhiteSpace(method))
        {
            return "the method's name is blank";
        }

        if (type.TypeKind == TypeKind.Delegate)
        {
            return "a delegate is invoked and not called, and an interceptor cannot take that; name the method behind it";
        }

        if (method is "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Deconstruct" or "GetAwaiter")
        {
            return "the compiler calls it by a pattern, and an interceptor cannot take that; name the method that calls the model";
        }

        var members = DeclaredApi.Members(type, method).ToList();
        if (members.Count == 0)
        {
            return Closest(type, method) is { } closest ? $"there is no such method; did you mean '{closest}'?" : "there is no such method";
        }

        return members.Select(Fault).All(fault => fault is not null) ? Fault(members[0]) : null;
    }

    static string? Fault(ISymbol member) => member switch
    {
        IPropertySymbol
            or IEventSymbol
            or IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } =>
            "it is an accessor, and an interceptor takes methods only",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "it is an operator, and an interceptor takes methods only",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } =>
            "it is a constructor, and an interceptor takes methods only",
        IMethodSymbol { IsStatic: true, IsAbstract: true } or IMethodSymbol { IsStatic: true, IsVirtual: true } =>
            "it is static and abstract, so it is called through a type parameter, which an interceptor cannot take",
        IMethodSymbol => null,
        IFieldSymbol => "it is a field, which is invoked and not called; name the method behind it",
        _ => "it is not a method",
    };

    static string? Closest(INamedTypeSymbol type, string name) =>
        type.OriginalDefinition.SelfBaseTypesAndInterfaces().SelectMany(declaring => declaring.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind == MethodKind.Ordinary)
            .Select(method => method.Name)
            .FirstOrDefault(candidate =>
                candidate.Equals(name, StringComparison.OrdinalIgnoreCase) || candidate == name + "Async" || candidate + "Async" == name);
}
