using System.Diagnostics;
using System.Reflection;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>Why an SDK throws on a reply: what, in which method of its own, and with which words.</summary>
static class Thrown
{
    /// <summary>As <c>exceptions.txt</c> may have it: with each of the methods that it went through, as the compiler inlines the small ones.</summary>
    public static IEnumerable<string> Describe(Exception exception) =>
        from method in Methods(exception)
        select $"`{exception.GetType().Name}` in `{method}`: {exception.Message.ReplaceLineEndings("\n").Split('\n')[0].Split(" | ")[0]}";

    // Outside the framework, the innermost first.
    static IEnumerable<string> Methods(Exception exception) =>
        from frame in new StackTrace(exception).GetFrames()
        let method = frame.GetMethod()
        where method?.DeclaringType?.Namespace is { } name && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)
        select NameOf(method);

    // The compiler's names of local functions and state machines hold those of the source between brackets.
    static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        return type.Name.StartsWith('<') && type.DeclaringType is { } owner ? $"{Plain(owner.Name)}.{Between(type.Name)}"
            : $"{Plain(type.Name)}.{(method.Name.StartsWith('<') ? Between(method.Name) : method.Name)}";
    }

    static string Between(string name) =>
        name.IndexOf("g__", StringComparison.Ordinal) is > 0 and var local ? name[(local + 3)..name.IndexOf('|')] : name[1..name.IndexOf('>')];

    static string Plain(string type) => type.Split('`')[0];
}
