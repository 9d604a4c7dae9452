namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>One call in a random program: a shape of each kind, and a scope for each declaration around it.</summary>
/// <param name="Call">Index of the call's shape.</param>
/// <param name="Inner">Index of the wrapper around the call.</param>
/// <param name="Wrapper">Index of the wrapper around that.</param>
/// <param name="Member">Index of the member.</param>
/// <param name="Type">Index of the type.</param>
/// <param name="Outer">Index of the type around the type.</param>
/// <param name="Scopes">What each says, outermost first: outer type, type, member, wrapper, inner wrapper.</param>
sealed record Place(int Call, int Inner, int Wrapper, int Member, int Type, int Outer, Scope[] Scopes)
{
    /// <summary>Where the attribute of a type whose parts are several stands.</summary>
    const string OtherPart = "$A";

    public CallShape Shape => CallShape.All[Call];

    MemberShape Around => MemberShape.All[Member];

    // A member with instances needs a class: the first three kinds of type are.
    string TypeText => MemberShape.Types[Around.NeedsClass ? Type % 3 : Type];

    string OuterText => MemberShape.Outers[Outer];

    /// <summary>The declaration of the place's types.</summary>
    public string Declare(int program, int number)
    {
        var name = "C" + number;
        var type = TypeText.Contains(OtherPart, StringComparison.Ordinal)
            ? TypeText.Replace(OtherPart, Attribute(program, number, 1), StringComparison.Ordinal)
            : Attribute(program, number, 1) + " " + TypeText;
        var inner = Fill(MemberShape.Wrappers[Inner], ("$S", Attribute(program, number, 4)), ("$L", "1"), ("$E", Shape.Text));
        var expression = Fill(MemberShape.Wrappers[Wrapper], ("$S", Attribute(program, number, 3)), ("$L", "2"), ("$E", inner));
        var member = Fill(Around.Text, ("$S", Attribute(program, number, 2)), ("$E", expression), ("$D", name + Arguments("<T>")));
        var text = Fill(
            type,
            ("$B", Around.Base),
            ("$X", $"\n    {member}\n    {Shape.Members}\n"),
            ("$N", name),
            ("$I", FakeClient.NameOf(program, number)),
            ("$M", Mark(number)));
        return OuterText.Length == 0 ? text : $"{Attribute(program, number, 0)} public {OuterText} O{number} {{ {text} }}";
    }

    /// <summary>The expression that runs the place.</summary>
    public string Entry(int number) =>
        Around.Entry.Replace("$T", (OuterText.Length == 0 ? "" : $"O{number}.") + $"C{number}{Arguments("<int>")}", StringComparison.Ordinal);

    /// <summary>What stands before the call's name in the source.</summary>
    public static string Mark(int number) => $"/*{number}*/";

    public static string Model(int program, int number, int level) => $"program{program}-place{number}-level{level}";

    /// <summary>The nearest scope and the model that it states.</summary>
    public (Scope Scope, string Model) Nearest(int program, int number, Scope assembly)
    {
        for (var level = Shape.IsInMembers ? 1 : 4; level >= 0; level--)
        {
            if (Scopes[level] != Scope.None && HasLevel(level))
            {
                return (Scopes[level], Model(program, number, level));
            }
        }

        return (assembly, AssemblyModel(program));
    }

    public static string AssemblyModel(int program) => $"program{program}";

    public static string Attribute(Scope scope, string model, string target = "") => scope switch
    {
        Scope.Measured => $"[{target}AiCall(\"property\", \"{model}\")]",
        Scope.Excused => $"[{target}AiIgnore(\"by chance\")]",
        _ => "",
    };

    string Attribute(int program, int number, int level) => Attribute(Scopes[level], Model(program, number, level));

    bool HasLevel(int level) => level switch
    {
        0 => OuterText.Length > 0,
        1 => true,
        2 => Around.Text.Contains("$S", StringComparison.Ordinal),
        3 => MemberShape.Wrappers[Wrapper].Contains("$S", StringComparison.Ordinal),
        _ => MemberShape.Wrappers[Inner].Contains("$S", StringComparison.Ordinal),
    };

    string Arguments(string arguments) => TypeText.Contains("<T>", StringComparison.Ordinal) ? arguments : "";

    static string Fill(string text, params (string Hole, string Text)[] parts) =>
        parts.Aggregate(text, (filled, part) => filled.Replace(part.Hole, part.Text, StringComparison.Ordinal));
}
