using CrossTier.CompilerServices;
using CrossTier.Http.Json;

namespace CrossTier.Http.Replies;

/// <summary>Reads the body of a reply as it passes. Never throws.</summary>
sealed class ReplyBodyReader
{
    readonly ReplyDocument _document;
    readonly JsonScanner _json;
    readonly EventStreamScanner? _events;

    /// <param name="request">The request.</param>
    /// <param name="form">What the body is.</param>
    public ReplyBodyReader(WireRequest request, BodyForm form)
    {
        IsStream = form is BodyForm.Events or BodyForm.Lines;
        _document = new ReplyDocument(request, IsStream);
        _json = new JsonScanner(_document);
        _events = form == BodyForm.Events ? new EventStreamScanner(_json, _document) : null;
    }

    /// <summary>Whether the body itself marks its end, where readers stop.</summary>
    public bool IsStream { get; }

    /// <summary>What was read so far.</summary>
    public ReplyDocument Document => _document;

    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (_events is { } events)
        {
            events.Read(bytes);
        }
        else
        {
            _json.Read(bytes);
        }
    }
}
