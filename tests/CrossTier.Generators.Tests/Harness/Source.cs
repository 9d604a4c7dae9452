using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>A file of a project under test.</summary>
sealed record Source(string Path, string Text)
{
    /// <summary>Usings that most sources need.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using CrossTier;
        using Microsoft.Extensions.AI;

        """;

    public static implicit operator Source(string text) => new("/project/Code.cs", Usings + text);

    public SyntaxTree Parse(CSharpParseOptions options) => CSharpSyntaxTree.ParseText(SourceText.From(Text, Encoding.UTF8), options, Path);
}
