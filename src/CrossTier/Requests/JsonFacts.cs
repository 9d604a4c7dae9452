using System.Globalization;
using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>What a reply of JSON has reported so far.</summary>
struct JsonFacts
{
    TokenCounts _counts;
    string? _model;
    bool _hasContent;
    bool _hasFailed;
    bool _isContentFilter;
    int _codeStatus;
    int _messageStatus;

    /// <summary>An object begins.</summary>
    public void Object(JsonNode node)
    {
        _hasContent |= node.Fact == ReplyFact.Object;
        _hasFailed |= node.Fact == ReplyFact.Error;
        if (node.Fact == ReplyFact.InputToken)
        {
            _counts.AddInput();
        }
    }

    public void Number(JsonNode node, long number)
    {
        if (node.Fact == ReplyFact.Count)
        {
            _counts.Set(node.Count, number);
        }
        else if (node.Fact == ReplyFact.ErrorCode)
        {
            Code(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Content(bool hasText) => _hasContent |= hasText;

    public void Text(JsonNode node, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        switch (node.Fact)
        {
            case ReplyFact.Model:
                _model ??= text;
                break;
            case ReplyFact.Kind:
                _hasFailed |= EventKinds.Failures.Contains(text);
                break;
            case ReplyFact.ErrorCode:
                Code(text);
                break;
            case ReplyFact.Error or ReplyFact.ErrorMessage:
                _hasFailed |= node.Fact == ReplyFact.Error;
                _messageStatus = _messageStatus == 0 ? ErrorWords.StatusOf(text) : _messageStatus;
                _isContentFilter |= ErrorWords.IsContentFilter(text);
                break;
        }
    }

    public readonly void AddTo(ref ReplyReading reading)
    {
        reading.Model(_model);
        reading.TokensSoFar(_counts);
        if (_hasContent)
        {
            reading.Content();
        }

        if (_hasFailed)
        {
            reading.Failed(_codeStatus != 0 ? _codeStatus : _messageStatus, _isContentFilter);
        }
    }

    void Code(string code)
    {
        _codeStatus = _codeStatus == 0 ? ErrorWords.StatusOf(code) : _codeStatus;
        _isContentFilter |= ErrorWords.IsContentFilter(code);
    }
}
