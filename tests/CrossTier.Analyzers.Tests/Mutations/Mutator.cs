using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Mutations;

/// <summary>Changes programs by chance: parts are swapped with those of other programs, taken out, doubled, or get another modifier or name.</summary>
/// <param name="random">The chance.</param>
sealed class Mutator(Random random)
{
    static readonly SyntaxKind[] Modifiers =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.StaticKeyword,
        SyntaxKind.AbstractKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.SealedKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword,
        SyntaxKind.ReadOnlyKeyword, SyntaxKind.PartialKeyword, SyntaxKind.FileKeyword, SyntaxKind.NewKeyword, SyntaxKind.RequiredKeyword,
    ];

    static readonly SyntaxKind[] ParameterModifiers =
        [SyntaxKind.RefKeyword, SyntaxKind.InKeyword, SyntaxKind.OutKeyword, SyntaxKind.ParamsKeyword, SyntaxKind.ScopedKeyword, SyntaxKind.ThisKeyword];

    static readonly string[] Types =
    [
        "dynamic", "object", "string?", "int", "int[]", "Span<int>", "ReadOnlySpan<char>", "Task", "Task<dynamic>", "ValueTask<int?>", "void", "nint",
        "(int One, string? Two)", "List<dynamic?>", "IAsyncEnumerable<int>", "IEnumerable<string>", "int?", "Func<int, string>", "CancellationToken",
        "IChatClient", "ChatResponse", "Task<ChatResponse>", "IAsyncEnumerable<ChatResponseUpdate>", "ChatOptions?", "Uri", "AiTier", "int*",
    ];

    static readonly string[] Names =
        ["Ask", "AskAsync", "Model", "Provider", "Usage", "@class", "value", "record", "field", "__request", "__result", "T", "ü"];

    /// <summary>A mutant of a program, which may take parts of another.</summary>
    public CompilationUnitSyntax Mutate(CompilationUnitSyntax program, CompilationUnitSyntax other)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // As a text, since what is put together means what its text means.
            var text = random.Next(8) switch
            {
                0 => Swap<TypeSyntax>(program, other),
                1 => Swap<ParameterSyntax>(program, other),
                2 => Swap<MemberDeclarationSyntax>(program, other),
                3 => Swap<ExpressionSyntax>(program, program),
                4 => Remove(program),
                5 => Add(program, other),
                6 => Modify(program),
                _ => random.Next(2) == 0 ? Retype(program) : Rename(program),
            };
            program = text is null ? program : SyntaxFactory.ParseCompilationUnit(text, options: Harness.Parsing);
        }

        return program;
    }

    string? Swap<T>(CompilationUnitSyntax program, CompilationUnitSyntax other)
        where T : SyntaxNode =>
        Any<T>(program) is { } old && Any<T>(other) is { } put ? Replaced(program, old.Span, put.ToString()) : null;

    // With the comma beside it, if it is one of a list.
    string? Remove(CompilationUnitSyntax program)
    {
        if (Any<SyntaxNode>(program, node => node is MemberDeclarationSyntax or StatementSyntax or AttributeListSyntax or ParameterSyntax
            or TypeParameterConstraintClauseSyntax or ArgumentSyntax or AttributeArgumentSyntax or BaseTypeSyntax) is not { } node)
        {
            return null;
        }

        var (before, after) = (node.GetFirstToken().GetPreviousToken(), node.GetLastToken().GetNextToken());
        var span = after.IsKind(SyntaxKind.CommaToken) ? TextSpan.FromBounds(node.SpanStart, after.Span.End)
            : before.IsKind(SyntaxKind.CommaToken) ? TextSpan.FromBounds(before.SpanStart, node.Span.End)
            : node.Span;
        return Replaced(program, span, "");
    }

    string? Add(CompilationUnitSyntax program, CompilationUnitSyntax other)
    {
        if (random.Next(3) == 0 && Any<AttributeListSyntax>(other, list => list.Target is null) is { } attributes
            && Any<MemberDeclarationSyntax>(program) is { } owner)
        {
            return Replaced(program, new TextSpan(owner.SpanStart, 0), attributes + " ");
        }

        return Any<TypeDeclarationSyntax>(program, type => type.CloseBraceToken.Span.Length > 0) is { } type
            && Any<MemberDeclarationSyntax>(other) is { } member
            ? Replaced(program, new TextSpan(type.CloseBraceToken.SpanStart, 0), member + "\n")
            : null;
    }

    string? Modify(CompilationUnitSyntax program)
    {
        var isParameter = random.Next(2) == 0;
        var (node, modifiers) = isParameter
            ? Any<ParameterSyntax>(program) is { } parameter ? ((SyntaxNode)parameter, parameter.Modifiers) : default
            : Any<MemberDeclarationSyntax>(program) is { } member ? (member, member.Modifiers) : default;
        if (node is null)
        {
            return null;
        }

        if (modifiers.Count > 0 && random.Next(2) == 0)
        {
            return Replaced(program, modifiers[random.Next(modifiers.Count)].Span, "");
        }

        var kinds = isParameter ? ParameterModifiers : Modifiers;
        var at = modifiers.Count > 0 ? modifiers[0].SpanStart
            : node.ChildNodesAndTokens().First(child => child.IsToken || child.AsNode() is not AttributeListSyntax).SpanStart;
        return Replaced(program, new TextSpan(at, 0), SyntaxFacts.GetText(kinds[random.Next(kinds.Length)]) + " ");
    }

    string? Retype(CompilationUnitSyntax program) =>
        Any<TypeSyntax>(program) is { } type ? Replaced(program, type.Span, Types[random.Next(Types.Length)]) : null;

    // Everywhere, or the program would hardly compile.
    string? Rename(CompilationUnitSyntax program)
    {
        var tokens = program.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToList();
        if (tokens.Count == 0)
        {
            return null;
        }

        var (old, put) = (tokens[random.Next(tokens.Count)].ValueText, Names[random.Next(Names.Length)]);
        return SourceText.From(program.ToFullString())
            .WithChanges(tokens.Where(token => token.ValueText == old).Select(token => new TextChange(token.Span, put)))
            .ToString();
    }

    static string Replaced(CompilationUnitSyntax program, TextSpan span, string text) =>
        SourceText.From(program.ToFullString()).Replace(span, text).ToString();

    T? Any<T>(CompilationUnitSyntax program, Func<T, bool>? fits = null)
        where T : SyntaxNode
    {
        var nodes = program.DescendantNodes().OfType<T>().Where(node => fits?.Invoke(node) != false).ToList();
        return nodes.Count == 0 ? null : nodes[random.Next(nodes.Count)];
    }
}
