using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>Somebody else's generator that intercepts <c>CompleteChat(params)</c>.</summary>
sealed class OtherInterceptor : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var locations = context.SyntaxProvider.CreateSyntaxProvider(
            (node, _) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompleteChat" } },
            (call, cancellation) => call.SemanticModel.GetInterceptableLocation((InvocationExpressionSyntax)call.Node, cancellation)!
                .GetInterceptsLocationAttributeSyntax());
        context.RegisterSourceOutput(locations, (output, attribute) => output.AddSource("Other.g.cs", $$"""
            namespace System.Runtime.CompilerServices
            {
                [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
                file sealed class InterceptsLocationAttribute(int version, string data) : System.Attribute;
            }

            namespace CrossTier.Generated
            {
                static class Other
                {
                    {{attribute}}
                    public static System.ClientModel.ClientResult<OpenAI.Chat.ChatCompletion> Take(this OpenAI.Chat.ChatClient client,
                        params OpenAI.Chat.ChatMessage[] messages) => null!;
                }
            }
            """));
    }
}
