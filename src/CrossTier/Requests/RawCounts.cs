using CrossTier.CompilerServices;
using CrossTier.Replies;

namespace CrossTier.Requests;

/// <summary>Counts that were found in a reply's wire form.</summary>
struct RawCounts
{
    ReportedTokens _tokens;
    SecondaryCounts _timed;
    List<(string Tool, long Uses)>? _uses;
    bool _hasTokens;

    /// <summary>Looks for counts.</summary>
    /// <param name="patch">Looks them up; null where the type keeps none.</param>
    /// <param name="owner">The object that keeps them.</param>
    /// <param name="holders">What has them.</param>
    public void Add(RawPatch? patch, object owner, RawHolder[] holders)
    {
        if (patch is null)
        {
            return;
        }

        foreach (var holder in holders)
        {
            if (patch.Has(owner, holder))
            {
                Add(patch, owner, holder.Names);
            }
        }
    }

    /// <summary>The same for counts in an object that is small.</summary>
    public void Add(RawPatch patch, object owner, RawName[] names)
    {
        foreach (var name in names)
        {
            if (patch.TryGet(owner, name.Path, out var value) && value > 0)
            {
                Add(name, value);
            }
        }
    }

    /// <summary>Hands over what was found.</summary>
    /// <param name="reading">What was reported before.</param>
    /// <param name="response">The id of the response; null if it has none.</param>
    /// <param name="members">The members of the object that has the usage.</param>
    /// <param name="owner">That object.</param>
    public void AddTo(ref ReplyReading reading, string? response, RawObject members, object owner)
    {
        if (_hasTokens)
        {
            _timed.Fill(ref _tokens);
            _tokens.Total = _tokens.Total == 0 ? members.TotalIn(owner) : _tokens.Total;
            reading.Tokens(_tokens, response);
        }

        if (_uses is not null)
        {
            foreach (var (tool, uses) in _uses)
            {
                reading.ToolUses(tool, uses);
            }
        }
    }

    void Add(RawName name, long value)
    {
        if (name.Tool is { } tool)
        {
            (_uses ??= []).Add((tool, value));
            return;
        }

        _tokens.Set(name.Count, value);
        _timed.Set(name.Count, value);
        _hasTokens = true;
    }
}
