using Microsoft.CodeAnalysis;

namespace CrossTier.CodeFixes;

/// <summary>Guesses whose endpoint hand-written code speaks to, from the addresses that it names.</summary>
internal static class EndpointProvider
{
    // A path that many servers share, such as /v1/chat/completions, tells nothing.
    static readonly (string Text, string Provider)[] Signs =
    [
        ("api.openai.com", "openai"),
        ("openai.azure.com", "azure"),
        ("/openai/deployments/", "azure"),
        ("api.anthropic.com", "anthropic"),
        ("generativelanguage.googleapis.com", "google"),
        (":generateContent", "google"),
        ("api.mistral.ai", "mistral"),
        ("api.groq.com", "groq"),
        ("api.deepseek.com", "deepseek"),
        ("openrouter.ai", "openrouter"),
        (":11434", "ollama"),
        ("/api/generate", "ollama"),
    ];

    /// <summary>The provider that a method names, else its type; null where none or several are named.</summary>
    public static string? Of(SyntaxNode method) => In(method) ?? (method.Parent is { } type ? In(type) : null);

    static string? In(SyntaxNode node)
    {
        var text = node.ToString();
        var named = Signs.Where(sign => text.IndexOf(sign.Text, StringComparison.OrdinalIgnoreCase) >= 0).Select(sign => sign.Provider).Distinct().ToList();
        return named is [var one] ? one : null;
    }
}
