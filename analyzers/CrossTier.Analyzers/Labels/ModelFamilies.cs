using System.Text.RegularExpressions;

namespace CrossTier.Analyzers.Labels;

/// <summary>How the makers of models name them, to tell a model from a provider.</summary>
static class ModelFamilies
{
    // With a number, since a gateway may well be called after a family.
    static readonly Regex Numbered = new(
        @"^(chatgpt|gpt|o|claude|gemini|gemma|llama|mistral|mixtral|ministral|codestral|qwen|phi|deepseek|command|grok|text-embedding|nova|titan)[-.:]?"
        + @"([a-z]+[-.])*v?\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static readonly string[] LowerCaseMakers = ["openai", "anthropic", "google"];

    /// <summary>Whether a name is that of a model.</summary>
    public static bool Names(string name) => Numbered.IsMatch(name);

    /// <summary>A model of a maker who writes all of them in lower case, where a name has a capital; else null.</summary>
    public static string? Meant(string provider, string model) =>
        LowerCaseMakers.Contains(provider) && Names(model) && !model.Contains('/') && model.Any(char.IsUpper) ? model.ToLowerInvariant() : null;
}
