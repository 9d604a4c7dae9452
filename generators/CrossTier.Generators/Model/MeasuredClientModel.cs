using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>A client that stands in the place of the caller's: it measures its requests and passes everything on.</summary>
/// <param name="Interface">The interface that it implements.</param>
/// <param name="PassedOn">The members that are only passed on.</param>
/// <param name="Requests">The members that are requests.</param>
sealed record MeasuredClientModel(string Interface, EquatableArray<PassedMemberModel> PassedOn, EquatableArray<MeasuredMemberModel> Requests)
{
    /// <summary>The diagnostics that its code raises.</summary>
    public IEnumerable<string> Suppressions => Requests.SelectMany(request => request.Suppressions);
}
