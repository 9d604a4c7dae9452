using System.Net.Http.Headers;

namespace CrossTier.Http.Bodies;

/// <summary>Gives one body the headers of another, as they came.</summary>
static class HeaderCopy
{
    public static void Copy(HttpContentHeaders from, HttpContentHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            if (values.Count == 1)
            {
                to.TryAddWithoutValidation(name, values.ToString());
            }
            else
            {
                to.TryAddWithoutValidation(name, values);
            }
        }
    }
}
