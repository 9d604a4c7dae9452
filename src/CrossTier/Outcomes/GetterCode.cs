using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Outcomes;

/// <summary>
/// Decides from its IL whether a getter of somebody else's type comes back: it reads fields, tests, and calls getters that do the same, without a
/// loop. Anything else may block or recurse for ever, which no guard can catch.
/// </summary>
static class GetterCode
{
    const int MaxDepth = 4;

    static readonly Type[] KnownTypes =
        [typeof(string), typeof(Exception), typeof(HttpRequestException), typeof(HttpResponseMessage), typeof(DefaultInterpolatedStringHandler)];

    /// <summary>Whether a getter comes back on an object of a type.</summary>
    /// <param name="getter">The getter, or a method without parameters.</param>
    /// <param name="type">The object's own type, whose overrides are what runs.</param>
    public static bool ComesBack(MethodInfo getter, Type type)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            return true; // Compiled ahead of time: there is no IL to look at, and no code that came in later.
        }

        try
        {
            return ComesBack(getter, type, MaxDepth);
        }
        catch (Exception)
        {
            return false; // A type or an assembly that the code names is missing: it could not run either.
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A body that trimming changed is judged as it is: it is what runs.")]
    static bool ComesBack(MethodInfo method, Type type, int depth)
    {
        if (depth == 0 || (method.IsVirtual && !method.IsFinal ? OverrideIn(type, method) : method).GetMethodBody() is not { } body)
        {
            return false;
        }

        method = method.IsVirtual && !method.IsFinal ? OverrideIn(type, method) : method;
        if (body.ExceptionHandlingClauses.Count > 0)
        {
            return false;
        }

        var (il, at, afterThis) = (body.GetILAsByteArray()!, 0, false);
        while (at < il.Length)
        {
            var code = il[at++];
            switch (OperandOf(code))
            {
                case Operand.None:
                    break;
                case Operand.Byte:
                    at++;
                    break;
                case Operand.Branch when (sbyte)il[at] >= 0:
                    at++;
                    break;
                case Operand.Token:
                    at += 4;
                    break;
                case Operand.Call when CallComesBack(method, BitConverter.ToInt32(il, at), afterThis ? type : null, depth - 1):
                    at += 4;
                    break;
                default:
                    return false;
            }

            afterThis = code == 0x02;
        }

        return true;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that was trimmed away is not called.")]
    static bool CallComesBack(MethodInfo caller, int token, Type? type, int depth)
    {
        var typeArguments = caller.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        if (caller.Module.ResolveMethod(token, typeArguments, genericMethodArguments: null) is not { DeclaringType: { } declaring } called)
        {
            return false;
        }

        if (KnownTypes.Contains(declaring) || Nullable.GetUnderlyingType(declaring) is not null)
        {
            return !called.IsVirtual || called.Name == "get_Message";
        }

        return called is MethodInfo getter
            && getter.GetParameters().Length == 0
            && (type is not null || !getter.IsVirtual || getter.IsFinal || declaring.IsSealed)
            && ComesBack(getter, type ?? declaring, depth);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An override that was trimmed away is not called.")]
    static MethodInfo OverrideIn(Type type, MethodInfo method) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(one => one.IsVirtual && one.Name == method.Name && one.GetBaseDefinition() == method.GetBaseDefinition()) ?? method;

    // ECMA-335, III: the instructions that a getter of a field, and one that asks whether there is an object, consists of.
    static Operand OperandOf(byte code) => code switch
    {
        0x00 or 0x02 => Operand.None, // nop, ldarg.0
        >= 0x06 and <= 0x0D => Operand.None, // ldloc.0 to stloc.3
        0x11 or 0x12 or 0x13 => Operand.Byte, // ldloc.s, ldloca.s, stloc.s
        >= 0x14 and <= 0x1E => Operand.None, // ldnull, ldc.i4.m1 to ldc.i4.8
        0x1F => Operand.Byte, // ldc.i4.s
        0x20 => Operand.Token, // ldc.i4
        0x25 or 0x26 or 0x2A => Operand.None, // dup, pop, ret
        >= 0x2B and <= 0x37 => Operand.Branch, // br.s to blt.un.s
        0x28 or 0x6F => Operand.Call, // call, callvirt
        >= 0x67 and <= 0x6E => Operand.None, // conv
        0x72 or 0x74 or 0x75 or 0x79 or 0xA5 => Operand.Token, // ldstr, castclass, isinst, unbox, unbox.any
        0x73 => Operand.Call, // newobj
        0x7B or 0x7C or 0x8C => Operand.Token, // ldfld, ldflda, box
        _ => Operand.Unknown,
    };

    enum Operand
    {
        Unknown,
        None,
        Byte,
        Branch,
        Token,
        Call,
    }
}
