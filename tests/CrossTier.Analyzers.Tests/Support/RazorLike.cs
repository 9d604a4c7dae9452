using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>A generator whose code calls a model, as Razor's does: ours cannot see it.</summary>
/// <param name="code">What it writes.</param>
sealed class RazorLike(string code) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Chat_razor.g.cs", code));
}
