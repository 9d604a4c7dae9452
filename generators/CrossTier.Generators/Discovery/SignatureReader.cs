using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns a method symbol into text.</summary>
static class SignatureReader
{
    /// <param name="method">The method as it is declared, not constructed.</param>
    public static SignatureModel Read(IMethodSymbol method) =>
        Read(method, InterceptionRules.TypeParameters(method).ToList(), isOtherHalf: false);

    /// <summary>The signature with the method's own type parameters only, as its other partial half has it.</summary>
    public static SignatureModel ReadOwn(IMethodSymbol method) => Read(method, [.. method.TypeParameters], isOtherHalf: true);

    /// <summary>The signature of a member that an interface declares, as the class that implements it has it.</summary>
    public static SignatureModel ReadImplementation(IMethodSymbol method) =>
        Read(method, [.. method.TypeParameters], isOtherHalf: false) with
        {
            OwnConstraints = method.TypeParameters.Select(InheritedConstraint).ToEquatableArray(),
        };

    static SignatureModel Read(IMethodSymbol method, List<ITypeParameterSymbol> typeParameters, bool isOtherHalf)
    {
        var constraints = typeParameters.Select(Constraint).Where(clause => clause.Length > 0).ToEquatableArray();
        return new SignatureModel(
            TypeText.Name(method),
            (method.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" }) + TypeText.Of(method.ReturnType),
            method.Parameters.Select(parameter => Parameter(parameter, isOtherHalf)).ToEquatableArray(),
            typeParameters.Select(TypeText.Name).ToEquatableArray(),
            method.TypeParameters.Length,
            constraints,
            isOtherHalf && method.IsOverride ? typeParameters.Select(InheritedConstraint).ToEquatableArray() : constraints,
            method.RefKind is RefKind.Ref or RefKind.RefReadOnly,
            DiagnosticIds.OfSignature(method).ToEquatableArray());
    }

    static ParameterModel Parameter(IParameterSymbol parameter, bool isOtherHalf)
    {
        var scope = parameter switch
        {
            { IsParams: true } => isOtherHalf ? "params " : "", // Such a span is scoped by itself.
            { ScopedKind: ScopedKind.ScopedValue } or { ScopedKind: ScopedKind.ScopedRef, RefKind: not RefKind.Out } => "scoped ",
            _ => "",
        };
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        var argument = parameter.RefKind switch
        {
            RefKind.None when parameter.Type.TypeKind == TypeKind.Dynamic => "(object)", // Else the call is bound at run time.
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In or RefKind.RefReadOnlyParameter => "in ",
            _ => "",
        };
        return new ParameterModel(scope + modifier, TypeText.Of(parameter.Type), TypeText.Name(parameter), argument);
    }

    // An override may state only what kind of type it is, which decides what T? means.
    static string InheritedConstraint(ITypeParameterSymbol parameter) =>
        $"where {TypeText.Name(parameter)} : {(parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default")}";

    static string Constraint(ITypeParameterSymbol parameter)
    {
        List<string> constraints = [];
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(TypeText.Of));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? "" : $"where {TypeText.Name(parameter)} : {string.Join(", ", constraints)}";
    }
}
