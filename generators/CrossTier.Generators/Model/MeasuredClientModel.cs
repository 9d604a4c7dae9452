namespace CrossTier.Generators.Model;

/// <summary>A client that stands in the place of the caller's: it measures its requests and passes everything on.</summary>
/// <param name="Interface">The interface that it implements.</param>
/// <param name="PassedOn">The members that are only passed on, a line each.</param>
/// <param name="Requests">The members that are requests.</param>
internal sealed record MeasuredClientModel(string Interface, EquatableArray<string> PassedOn, EquatableArray<MeasuredMemberModel> Requests)
{
    /// <summary>The name of the object that everything is passed on to.</summary>
    public const string Inner = "__inner";

    /// <summary>The diagnostics that its code raises.</summary>
    public IEnumerable<string> Suppressions => Requests.SelectMany(request => request.Signature.Suppressions.Concat(request.Reply.Suppressions).Concat(request.Client?.Suppressions ?? default));
}
