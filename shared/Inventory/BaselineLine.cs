using System.Globalization;

namespace CrossTier.Inventory;

/// <summary>
/// A line of a baseline, <c>member-id api count</c>: so many calls of an API may stay unmeasured in a member, the first ones of its file. A word
/// that starts with <c>#</c> starts a comment.
/// </summary>
sealed record BaselineLine(string Member, string Api, int Count)
{
    /// <summary>The file that a build finds by itself.</summary>
    public const string FileName = "AiCalls.Baseline.txt";

    /// <summary>What a line holds, for the message on one that does not.</summary>
    public const string Form = "a line holds a member's documentation id, an API and a count of at least 1";

    static readonly char[] Blanks = [' ', '\t'];

    /// <inheritdoc cref="Word"/>
    public string Member { get; } = Word(Member);

    /// <inheritdoc cref="Word"/>
    public string Api { get; } = Word(Api);

    /// <summary>
    /// A name as one word of a line. No compiler writes blanks or line breaks into one; a crafted assembly that does shall not add lines of its own.
    /// </summary>
    public static string Word(string name)
    {
        var word = string.Concat(name.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c));
        return word.Length == 0 || word[0] == '#' ? "_" + word : word;
    }

    /// <summary>Whether a line holds nothing or a comment alone; else it must be one.</summary>
    public static bool IsBlank(string text) => Words(text).Count == 0;

    /// <summary>The line of a text, or null if it is not of that form.</summary>
    public static BaselineLine? Parse(string text) =>
        Words(text) is [var member, var api, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new BaselineLine(member, api, count)
            : null;

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", Member, Api, Count);

    // Ids hold # themselves (M:C.#ctor).
    static List<string> Words(string text) => [.. text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word[0] != '#')];
}
