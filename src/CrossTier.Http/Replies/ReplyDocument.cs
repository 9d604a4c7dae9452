using CrossTier.Json;
using CrossTier.Layers;

namespace CrossTier.Replies;

/// <summary>Reads a reply, or the chunks of one. What a chunk says counts when its end has come: one that is cut off says nothing.</summary>
/// <param name="request">The request.</param>
/// <param name="isStream">Whether each document is a chunk of a stream.</param>
sealed class ReplyDocument(WireRequest request, bool isStream) : IJsonSink
{
    WireUsage _usage;
    WireUsage _chunkUsage;
    string? _model;
    bool _hasContent;
    bool _isError;
    bool _endsStream;

    /// <summary>Whether all has come that is to be said, whatever follows.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether an error came where a reply should have come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The HTTP status that the error stands for; 0 if it does not tell.</summary>
    public int ErrorStatus { get; private set; }

    /// <summary>Whether the error speaks of a content filter.</summary>
    public bool IsContentFilter { get; private set; }

    public void Text(ulong path, ReadOnlySpan<byte> text)
    {
        if (path == ReplyPaths.Kind)
        {
            ReadKind(text);
        }
        else if (ReplyPaths.Models.Contains(path))
        {
            _model ??= JsonText.Of(text);
        }
        else if (ReplyPaths.Errors.Contains(path))
        {
            _isError |= path == ReplyPaths.ErrorObject;
            ReadError(text);
        }
        else if (!text.IsEmpty && ReplyPaths.Texts.Contains(path))
        {
            _hasContent = true;
        }
    }

    public void Scalar(ulong path, ReadOnlySpan<byte> text)
    {
        if (path == ReplyPaths.IsDone)
        {
            _endsStream |= text.SequenceEqual("true"u8);
        }
        else if (path == JsonPath.Of(JsonName.Error, JsonName.Code) && ErrorStatus == 0 && System.Buffers.Text.Utf8Parser.TryParse(text, out int status, out _) && status is >= 400 and <= 599)
        {
            ErrorStatus = status;
        }
        else if (ReplyPaths.HoldCounts(JsonPath.Above(path)))
        {
            _chunkUsage.Read(JsonPath.Last(path), text);
        }
    }

    public void Object(ulong path)
    {
        _isError |= path == ReplyPaths.ErrorObject;
        _hasContent |= ReplyPaths.Objects.Contains(path);
    }

    public void DocumentEnd()
    {
        _usage.Take(_chunkUsage);
        request.Reading.Model(_model);
        if (isStream)
        {
            if (_hasContent)
            {
                request.Reading.Content();
            }

            request.Chunk();
        }

        HasFailed |= _isError;
        IsWhole |= _endsStream || !isStream || HasFailed;
        ForgetChunk();
    }

    /// <summary>The stream says that it is at its end.</summary>
    public void StreamEnd() => IsWhole = true;

    /// <summary>A chunk ended before its JSON did.</summary>
    public void ForgetChunk()
    {
        _chunkUsage = default;
        _model = null;
        _hasContent = _isError = _endsStream = false;
    }

    /// <summary>Hands over what was said of the tokens, once.</summary>
    public void AddUsage() => _usage.AddTo(ref request.Reading);

    void ReadKind(ReadOnlySpan<byte> kind)
    {
        _endsStream |= kind.SequenceEqual("message_stop"u8) || kind.SequenceEqual("response.completed"u8) || kind.SequenceEqual("response.incomplete"u8)
            || kind.SequenceEqual("transcript.text.done"u8) || kind.SequenceEqual("speech.audio.done"u8) || kind.SequenceEqual("image_generation.completed"u8);
        _isError |= kind.SequenceEqual("error"u8) || kind.SequenceEqual("response.failed"u8);
    }

    void ReadError(ReadOnlySpan<byte> text)
    {
        IsContentFilter |= StreamedError.IsContentFilter(text);
        ErrorStatus = ErrorStatus == 0 ? StreamedError.StatusOf(text) : ErrorStatus;
    }
}
