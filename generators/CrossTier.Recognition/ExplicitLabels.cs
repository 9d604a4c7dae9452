using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>What an <c>[AiCall]</c> states. Null where nothing is explicit.</summary>
sealed record ExplicitLabels(string? Provider, string? Model, string? Instance, string? Name, int Tier)
{
    /// <summary>The values of <c>AiTier</c>.</summary>
    public static readonly string[] Tiers = ["Auto", "Local", "Cloud"];

    public static ExplicitLabels Read(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        return new ExplicitLabels(
            Named(attribute, "Provider") as string ?? (arguments.Length > 0 ? arguments[0].Value as string : null),
            Named(attribute, "Model") as string ?? (arguments.Length > 1 ? arguments[1].Value as string : null),
            Named(attribute, "Instance") as string,
            Named(attribute, "Name") as string,
            Named(attribute, "Tier") as int? ?? 0);
    }

    public static bool IsTier(int tier) => tier >= 0 && tier < Tiers.Length;

    public static bool IsBlank(string? label) => label is not null && string.IsNullOrWhiteSpace(label);

    static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
