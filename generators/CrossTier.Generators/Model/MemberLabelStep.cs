using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>In its members.</summary>
/// <param name="Provider">The provider whose SDK it is; null where a member has it, or none.</param>
/// <param name="ProviderMember">The member that is the provider.</param>
/// <param name="Model">The model; null where no member has it.</param>
/// <param name="HiddenModelField">The private field that may hold the model; empty where there is none.</param>
/// <param name="Endpoint">The endpoint; null where no member has it.</param>
/// <param name="IsEndpointHidden">Whether it has an endpoint that no member shows.</param>
/// <param name="Tier">The tier; null where no member has it.</param>
/// <param name="IsExplicit">Whether it is a type of the application, whose labels are meant as they stand.</param>
sealed record MemberLabelStep(
    string? Provider,
    MemberPath? ProviderMember,
    MemberPath? Model,
    string HiddenModelField,
    MemberPath? Endpoint,
    bool IsEndpointHidden,
    MemberPath? Tier,
    bool IsExplicit) : LabelStep;
