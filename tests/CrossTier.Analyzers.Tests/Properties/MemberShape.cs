namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>
/// A member that holds an expression. <c>$S</c> is its attribute, <c>$E</c> the expression, <c>$N</c> the type's name, <c>$D</c> the type
/// inside itself, <c>$T</c> from outside.
/// </summary>
/// <param name="Text">The member.</param>
/// <param name="Entry">The expression that runs it, a task.</param>
/// <param name="NeedsClass">Whether an instance is made by a constructor that the member or the type writes.</param>
/// <param name="Base">The type's base list.</param>
sealed record MemberShape(string Text, string Entry, bool NeedsClass = false, string Base = "")
{
    public static IReadOnlyList<MemberShape> All { get; } =
    [
        new("$S public static Task M() => $E;", "$T.M()"),
        new("$S public static async Task M() => await $E;", "$T.M()"),
        new("$S public static Task M<U>() { return $E; }", "$T.M<string>()"),
        new("$S public static Task P => $E;", "$T.P"),
        new("public static Task P { $S get { return $E; } }", "$T.P"),
        new("$S public static int P { set => Stage.Last = $E; }", "Stage.Act(() => $T.P = 1)"),
        new("$S public static Task F = $E;", "$T.F"),
        new("$S public static readonly Func<Task> F = () => $E;", "$T.F()"),
        new("public static Task F; $S static $N() { F = $E; }", "$T.F"),
        new("$S public static IEnumerable<Task> I() { yield return $E; }", "Task.WhenAll($T.I())"),
        new("$S public static async IAsyncEnumerable<int> I() { await $E; yield return 1; }", "Stage.Drain($T.I())"),
        new("$S public Task P { get; } = $E;", "new $T().P", NeedsClass: true),
        new("$S public Task F = $E;", "new $T().F", NeedsClass: true),
        new("public Task F; $S public $N() { F = $E; }", "new $T().F", NeedsClass: true),
        new("public Task F = null!; public $N() : this($E) { } $N(Task f) => F = f;", "new $T().F", NeedsClass: true),
        new("$S public Task this[int i] => $E;", "new $T()[0]", NeedsClass: true),
        new("$S public static Task operator +($D c) => $E;", "(+new $T())", NeedsClass: true),
        new("$S public override string ToString() { Stage.Last = $E; return \"\"; }", "Stage.Act(() => new $T().ToString())", NeedsClass: true),
        new(
            "$S void IDisposable.Dispose() => Stage.Last = $E;",
            "Stage.Act(() => ((IDisposable)new $T()).Dispose())",
            NeedsClass: true,
            Base: " : IDisposable"),
    ];

    /// <summary>What may stand between a member and the call; <c>$L</c> makes a name its own.</summary>
    public static IReadOnlyList<string> Wrappers { get; } =
    [
        "$E",
        "Stage.Run($S () => $E)",
        "Stage.Run($S async () => await $E)",
        "Stage.Run($S () => { var t = $E; return t; })",
        "Stage.Run(() => { return L(); $S Task L() => $E; })",
        "Stage.Run(() => { return L<int>(); $S static async Task L<V>() => await $E; })",
        "Stage.Run(delegate { return $E; })",
        "(Stage.True ? $E : Task.CompletedTask)",
        "(1 switch { 1 => $E, _ => Task.CompletedTask })",
        "Task.WhenAll(from value$L in new[] { 1 } select (Task)$E)",
        "new { T = (Task)$E }.T",
    ];

    public static IReadOnlyList<string> Types { get; } =
    [
        "public class $N$B { $X }",
        "public record $N$B { $X }",
        "public class $N<T>$B { $X }",
        "public partial class $N$B { $X } $A public partial class $N;",
        "public struct $N$B { $X }",
        "public interface $N$B { $X }",
    ];

    public static IReadOnlyList<string> Outers { get; } = ["", "static class", "interface", "struct"];
}
