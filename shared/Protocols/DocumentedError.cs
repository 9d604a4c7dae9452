namespace CrossTier.Protocols;

/// <summary>An error as the documentation of a provider lists it.</summary>
/// <param name="Provider">The <c>provider</c> label.</param>
/// <param name="Status">The HTTP status that it comes with; 200 where it comes within a reply or a stream alone.</param>
/// <param name="Code">Its code, type or name, as it comes; with blanks a part of its message; empty where the status is all that there is.</param>
/// <param name="Kind">Why the request failed.</param>
/// <param name="Source">The page that documents it.</param>
/// <param name="IsConfirmed">Whether a copy or a quotation of that page was found that shows it.</param>
sealed record DocumentedError(string Provider, int Status, string Code, ErrorKind Kind, string Source, bool IsConfirmed)
{
    /// <summary>Whether it is recognised by a part of its message.</summary>
    public bool IsPhrase { get; } = Code.IndexOf(' ') >= 0;
}
