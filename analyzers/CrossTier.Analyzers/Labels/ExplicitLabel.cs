using CrossTier.Analyzers.Attributes;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Labels;

/// <summary>A label as an attribute of ours names it.</summary>
/// <param name="Kind">What it labels.</param>
/// <param name="Value">The label.</param>
/// <param name="Location">Its argument; the attribute where that cannot be found.</param>
sealed record ExplicitLabel(LabelKind Kind, string Value, Location Location)
{
    /// <summary>The labels of an attribute.</summary>
    public static IEnumerable<ExplicitLabel> Of(OurAttribute attribute)
    {
        var labels = ExplicitLabels.Read(attribute.Data);
        return attribute.Kind switch
        {
            AttributeNames.AiCall =>
                Label(LabelKind.Provider, labels.Provider, 0, nameof(ExplicitLabels.Provider))
                    .Concat(Label(LabelKind.Model, labels.Model, 1, nameof(ExplicitLabels.Model)))
                    .Concat(Property(LabelKind.Instance, labels.Instance, "Instance"))
                    .Concat(Property(LabelKind.Name, labels.Name, "Name")),
            AttributeNames.AiQueue =>
                Argument(LabelKind.Model, attribute.Data.ConstructorArguments.FirstOrDefault().Value as string, 0)
                    .Concat(Property(LabelKind.Instance, labels.Instance, "Instance")),
            AttributeNames.AiApi => Property(LabelKind.Provider, Named(attribute, DeclaredApi.Provider), DeclaredApi.Provider),
            _ => [],
        };

        IEnumerable<ExplicitLabel> Argument(LabelKind kind, string? value, int position) => Make(kind, value, attribute.Argument(position));

        IEnumerable<ExplicitLabel> Label(LabelKind kind, string? value, int position, string name) =>
            Make(kind, value, attribute.Argument(name) ?? attribute.Argument(position));

        IEnumerable<ExplicitLabel> Property(LabelKind kind, string? value, string name) => Make(kind, value, attribute.Argument(name));

        IEnumerable<ExplicitLabel> Make(LabelKind kind, string? value, SyntaxNode? argument) =>
            value is null ? [] : [new ExplicitLabel(kind, value, (argument ?? attribute.Syntax).GetLocation())];
    }

    static string? Named(OurAttribute attribute, string name) =>
        attribute.Data.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
