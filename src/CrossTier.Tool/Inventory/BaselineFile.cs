using System.Text;
using CrossTier.Inventory;
using CrossTier.Tool.Files;

namespace CrossTier.Tool.Inventory;

/// <summary>The calls that may stay unmeasured: a line each of member, API and count. The analyzers of the build read the same file.</summary>
static class BaselineFile
{
    /// <exception cref="InputException">A call does not say which member it stands in.</exception>
    public static string Write(CallInventory inventory)
    {
        var text = new StringBuilder()
            .Append(
                "# Inference calls that may stay unmeasured: documentation id of the member, API, count. Delete lines as calls are measured; never add any.\n")
            .Append("# Add the file to the build: <AdditionalFiles Include=\""
                + BaselineLine.FileName
                + "\" />. Hand-written HTTP calls (AIC003) are not in an assembly: add what the build names.\n");
        foreach (var group in inventory.Calls.Where(IsUnmeasured)
            .GroupBy(Key)
            .OrderBy(group => group.Key.Member, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Api, StringComparer.Ordinal))
        {
            text.Append(new BaselineLine(group.Key.Member, group.Key.Api, group.Count())).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Marks the calls that the file covers, the first ones of each member and API.</summary>
    /// <exception cref="InputException">The file cannot be read or holds a line without an entry.</exception>
    public static CallInventory Apply(CallInventory inventory, string path)
    {
        var left = Read(path);
        var calls = inventory.Calls.Select(call =>
        {
            if (!IsUnmeasured(call) || !left.TryGetValue(Key(call), out var count) || count == 0)
            {
                return call;
            }

            left[Key(call)] = count - 1;
            return call with { State = CallState.Baselined };
        });
        return CallInventory.Of(calls) with { Notes = inventory.Notes };
    }

    static Dictionary<(string Member, string Api), int> Read(string path)
    {
        string[] lines;
        try
        {
            lines = InputFile.ReadText(path).Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"the baseline '{path}' cannot be read ({FileReason.Of(e)}); write one with 'crosstier baseline'.");
        }

        Dictionary<(string, string), int> counts = [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!BaselineLine.IsBlank(lines[i]) && !(BaselineLine.Parse(lines[i]) is { } line && counts.TryAdd((line.Member, line.Api), line.Count)))
            {
                throw new InputException($"'{path}' line {i + 1} is wrong; {BaselineLine.Form}, each pair of member and API once.");
            }
        }

        return counts;
    }

    static bool IsUnmeasured(InferenceCall call) => call.State is CallState.Unscoped or CallState.Refused or CallState.Blind;

    static (string Member, string Api) Key(InferenceCall call) => call is { Member: { } member, ApiId: { } api }
        ? (BaselineLine.Word(member), BaselineLine.Word(api))
        : throw new InputException(
            $"'{call.Assembly}' was built with a version of CrossTier that does not name members; update its package reference and build it again.");
}
