using Microsoft.CodeAnalysis;

namespace CrossTier.CodeFixes.Tests.Support;

/// <summary>Writes the code that a project states as metadata <c>razor</c>, as Razor writes code that our generator cannot see.</summary>
sealed class RazorLike : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.CompilationProvider.SelectMany((compilation, _) => compilation.Assembly.GetAttributes()
                .Where(attribute => attribute.ConstructorArguments is [{ Value: "razor" }, _])
                .Select(attribute => (string)attribute.ConstructorArguments[1].Value!)),
            (output, code) => output.AddSource("Chat_razor.g.cs", code));
}
