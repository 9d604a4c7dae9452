using System.Collections.Immutable;
using CrossTier.Analyzers.Attributes;
using CrossTier.Generators.Discovery;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC012: an excuse without a reason, an API that no interceptor can take, and a queue before no model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidAttributeAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.InvalidAttribute,
        "[AiIgnore] without a reason, [AiApi] on what cannot be intercepted, [AiQueue] without a model",
        "{0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.InvalidAttribute));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken))
            {
                if (Problem(attribute) is { } problem)
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), problem));
                }
            }
        });

    static string? Problem(OurAttribute attribute)
    {
        var arguments = attribute.Data.ConstructorArguments;
        return attribute.Kind switch
        {
            AttributeNames.AiIgnore when arguments is [var reason] && string.IsNullOrWhiteSpace(reason.Value as string) =>
                "[AiIgnore] needs a reason: say in words for the next reader why these calls are not measured",
            AttributeNames.AiQueue when arguments.IsEmpty && !SaysLabels(attribute.Owner) =>
                "[AiQueue] states no model, and no object here says one: name it, as [AiQueue(\"llama3.2\")], or give the type a public property Model",
            AttributeNames.AiApi when arguments is [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }, var method] =>
                (ApiProblem(type, method.Value as string ?? "") ?? ApiPaths.Problem(attribute.Data, type, method.Value as string ?? "")) is { } why ? $"[AiApi] cannot measure '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{method.Value}': {why}" : null,
            _ => null,
        };
    }

    // What the generator reads of the object whose member it is.
    static bool SaysLabels(ISymbol member) =>
        member is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class } owner }
        && UsageNames.Model.Concat(UsageNames.Provider).Concat(UsageNames.Endpoint).Concat(UsageNames.Tier).Any(name => PublicProperty.Find(owner, name) is not null);

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
            return "the compiler calls it by a pattern, and an interceptor cannot take that; name the method that asks the model";
        }

        var members = StatedApi.Members(type, method).ToList();
        if (members.Count == 0)
        {
            return Closest(type, method) is { } closest ? $"there is no such method; did you mean '{closest}'?" : "there is no such method";
        }

        return members.Select(Fault).All(fault => fault is not null) ? Fault(members[0]) : null;
    }

    static string? Fault(ISymbol member) => member switch
    {
        IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } =>
            "it is an accessor, and an interceptor takes methods only",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "it is an operator, and an interceptor takes methods only",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } => "it is a constructor, and an interceptor takes methods only",
        IMethodSymbol { IsStatic: true, IsAbstract: true } or IMethodSymbol { IsStatic: true, IsVirtual: true } => "it is static and abstract, so it is called through a type parameter, which an interceptor cannot take",
        IMethodSymbol => null,
        IFieldSymbol => "it is a field, which is invoked and not called; name the method behind it",
        _ => "it is not a method",
    };

    static string? Closest(INamedTypeSymbol type, string name) =>
        type.OriginalDefinition.SelfBaseTypesAndInterfaces().SelectMany(declaring => declaring.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind == MethodKind.Ordinary)
            .Select(method => method.Name)
            .FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase) || candidate == name + "Async" || candidate + "Async" == name);
}
