namespace CrossTier.Recognition.Readers;

/// <summary>The type of an object decides what there is to read.</summary>
/// <param name="Object">The object.</param>
/// <param name="Cases">The types that are read.</param>
/// <param name="Contents">The types that carry content.</param>
/// <param name="Failures">The types that say, by their <c>Code</c>, that the request has failed.</param>
sealed record VariantsStep(MemberPath Object, EquatableArray<VariantCase> Cases, EquatableArray<string> Contents, EquatableArray<string> Failures) : ReadStep
{
    public override bool ReadsTokens => Cases.Any(one => one.Steps.Any(step => step.ReadsTokens));

    public override bool ReadsUsage => Cases.Any(one => one.Steps.Any(step => step.ReadsUsage));
}
