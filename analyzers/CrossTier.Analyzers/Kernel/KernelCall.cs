using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Kernel;

/// <summary>A call by which a Semantic Kernel asks a model.</summary>
/// <param name="Name">The method's name where it stands.</param>
/// <param name="Method">The method.</param>
/// <param name="Enclosing">The innermost symbol around it.</param>
/// <param name="IsPrompt">Whether it surely renders a prompt; else it invokes a function of either kind.</param>
sealed record KernelCall(SimpleNameSyntax Name, IMethodSymbol Method, ISymbol Enclosing, bool IsPrompt);
