using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Replies;

/// <summary>What one document of JSON reports: a reply, or a chunk of one.</summary>
struct ReplyFacts
{
    ReportedTokens _tokens;
    SecondaryCounts _secondary;
    ListEntry _entry;
    ReportedTokens _attempts;
    bool _hasAttempts;
    bool _isComplete;
    bool _callsFunction;
    bool _isBlocked;
    string? _model;
    string? _response;
    string? _tier;
    string? _finish;
    List<(string Tool, long Uses)>? _uses;
    HashSet<string>? _queries;
    string? _code;
    string? _message;

    public bool HasContent { get; private set; }

    /// <summary>Whether it has a count of tokens.</summary>
    public readonly bool HasTokens => (_tokens.Input | _tokens.Output) != 0;

    /// <summary>Whether it is an error in the place of a reply.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether it is the protocol's last.</summary>
    public bool EndsStream { get; private set; }

    /// <summary>The code of the error, or what else names it; null if nothing does.</summary>
    public readonly string? ErrorCode => _code;

    /// <summary>What the error reads like in prose; null if there is none.</summary>
    public readonly string? ErrorMessage => _message;

    /// <summary>An object begins.</summary>
    public void Object(in ReplyPath path)
    {
        switch (path.Fact)
        {
            case ReplyFact.Object:
                HasContent = true;
                break;
            case ReplyFact.Error:
                HasFailed = true;
                break;
            case ReplyFact.InputToken:
                _secondary.ListedInput++;
                break;
            case ReplyFact.Modality or ReplyFact.Attempt or ReplyFact.Item:
                EndEntry();
                _entry = new ListEntry { Fact = path.Fact };
                break;
        }
    }

    /// <summary>A whole number.</summary>
    public void Number(in ReplyPath path, long number)
    {
        switch (path.Fact)
        {
            case ReplyFact.Count:
                _tokens.Set(path.Count, number);
                _secondary.Set(path.Count, number);
                break;
            case ReplyFact.AttemptCount:
                _entry.Tokens.Set(path.Count, number);
                break;
            case ReplyFact.EntryCount:
                (_entry.Count, _entry.Number, _entry.Of) = (path.Count, number, path.Word);
                break;
            case ReplyFact.Uses when number > 0:
                (_uses ??= []).Add((path.Word!, number));
                break;
            case ReplyFact.ErrorCode:
                Code(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    public void True(in ReplyPath path) => EndsStream |= path.Fact == ReplyFact.End;

    public void Content() => HasContent = true;

    /// <summary>A text that is not empty, in a place whose text is more than content.</summary>
    public void Text(in ReplyPath path, string text)
    {
        switch (path.Fact)
        {
            case ReplyFact.Model:
                _model ??= text;
                break;
            case ReplyFact.Response:
                _response ??= text;
                break;
            case ReplyFact.Finish when FinishWords.IndexOf(text) > 0:
                _finish ??= text;
                break;
            case ReplyFact.Status:
                _isComplete |= text == "completed";
                break;
            case ReplyFact.Block:
                _isBlocked |= FinishWords.IndexOf(text) > 0;
                break;
            case ReplyFact.Tier:
                _tier = text;
                break;
            case ReplyFact.Query:
                (_queries ??= new(StringComparer.Ordinal)).Add(text);
                break;
            case ReplyFact.Tag:
                _entry.Tag = text;
                break;
            case ReplyFact.Action:
                _entry.Action = text;
                break;
            case ReplyFact.Kind:
                EndsStream |= Array.IndexOf(EventKinds.Ends, text) >= 0;
                HasFailed |= Array.IndexOf(EventKinds.Failures, text) >= 0;
                break;
            case ReplyFact.End:
                EndsStream = true;
                break;
            case ReplyFact.ErrorCode:
                Code(text);
                break;
            case ReplyFact.Error or ReplyFact.ErrorMessage:
                HasFailed |= path.Fact == ReplyFact.Error;
                _message ??= text;
                break;
        }
    }

    /// <summary>The document is at its end: hands over what it reports, but for a failure.</summary>
    /// <param name="reading">What was reported before.</param>
    /// <param name="isChunk">Whether the first content of a stream is looked for.</param>
    public void AddTo(ref ReplyReading reading, bool isChunk)
    {
        EndEntry();
        _secondary.Fill(ref _tokens);
        if (_hasAttempts)
        {
            (_tokens.Input, _tokens.Output) = (_attempts.Input, _attempts.Output);
            (_tokens.CacheReadBesideInput, _tokens.CacheWriteBesideInput) = (_attempts.CacheReadBesideInput, _attempts.CacheWriteBesideInput);
            _tokens.CacheWriteHourInput = _attempts.CacheWriteHourInput;
            _tokens.IsSum = true;
        }

        reading.Model(_model);
        reading.Response(_response);
        if (isChunk && HasContent)
        {
            reading.Content();
        }

        reading.Tokens(_tokens, _response);
        reading.ServiceTier(_tier);
        foreach (var (tool, uses) in _uses ?? [])
        {
            reading.ToolUses(tool, uses);
        }

        if (_queries is not null)
        {
            reading.ToolUses(BilledTools.WebSearch, BilledTools.Searches(_model, _queries.Count));
        }

        reading.Finished(_finish ?? (_isBlocked ? "content_filter" : !_isComplete ? null : _callsFunction ? "tool_calls" : "stop"));
        if (EndsStream)
        {
            reading.Ended();
        }
    }

    // Entries of lists are judged when all their members have come, in whichever order.
    void EndEntry()
    {
        var entry = _entry;
        _entry = default;
        switch (entry.Fact)
        {
            case ReplyFact.Modality when entry.Tag == entry.Of:
                _tokens.Set(entry.Count, entry.Number);
                break;
            case ReplyFact.Attempt when entry.Tokens.Output > 0: // An attempt that was refused before it wrote anything is not billed.
                _attempts.Add(entry.Tokens);
                _hasAttempts = true;
                break;
            case ReplyFact.Item:
                EndItem(entry);
                break;
        }
    }

    void EndItem(in ListEntry item)
    {
        _callsFunction |= item.Tag == "function_call";
        var tool = BilledTools.OfItem(item.Tag, item.Action);
        if (tool is not null)
        {
            _uses ??= [];
            var known = _uses.FindIndex(use => use.Tool == tool);
            if (known < 0)
            {
                _uses.Add((tool, 1));
            }
            else
            {
                _uses[known] = (tool, _uses[known].Uses + 1);
            }
        }
    }

    void Code(string code) => _code = ErrorTable.Better(_code, code);
}
