namespace CrossTier.Protocols;

/// <summary>Codes within the message of an exception, or within a body that it carries: SDKs put them there.</summary>
static class ErrorText
{
    /// <summary>The words of a text that look like codes.</summary>
    public static IEnumerable<string> Codes(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.'))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = text.Substring(start, i - start).TrimEnd('.');
                if (IsCode(word, i < text.Length ? text[i] : ' '))
                {
                    yield return word;
                }

                start = -1;
            }
        }
    }

    // A number is a code where it is all that stands there: in quotes, or at the end of what is in brackets.
    static bool IsCode(string word, char next) =>
        word.All(char.IsDigit) ? next is '"' or ')' && word.Length > 3 : word.IndexOf('_') > 0 || word.Any(char.IsUpper);
}
