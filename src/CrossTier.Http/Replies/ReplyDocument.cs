using System.Buffers.Text;
using System.Text;
using CrossTier.CompilerServices;
using CrossTier.Http.Json;
using CrossTier.Protocols;

namespace CrossTier.Http.Replies;

/// <summary>Reads a reply, or the chunks of one. What a chunk reports counts when its end has come: one that is cut off reports nothing.</summary>
/// <param name="request">The request.</param>
/// <param name="isStream">Whether each document is a chunk of a stream.</param>
sealed class ReplyDocument(WireRequest request, bool isStream) : IJsonSink
{
    static readonly byte[][] Ends = [.. EventKinds.Ends.Select(Encoding.UTF8.GetBytes)];
    static readonly byte[][] Failures = [.. EventKinds.Failures.Select(Encoding.UTF8.GetBytes)];

    TokenCounts _usage;
    TokenCounts _chunkUsage;
    string? _model;
    bool _hasContent;
    bool _isError;
    bool _endsStream;
    int _codeStatus;
    int _messageStatus;

    /// <summary>Whether all has come that is to be read, whatever follows.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether an error came where a reply should have come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The HTTP status that the error stands for; 0 if it does not show it.</summary>
    public int ErrorStatus => _codeStatus != 0 ? _codeStatus : _messageStatus;

    /// <summary>Whether the error speaks of a content filter.</summary>
    public bool IsContentFilter { get; private set; }

    public void Text(ulong path, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        switch (PathFacts.At(path).Fact)
        {
            case ReplyFact.Model:
                _model ??= JsonText.Of(text);
                break;
            case ReplyFact.Text:
                _hasContent = true;
                break;
            case ReplyFact.Kind:
                ReadKind(text);
                break;
            case ReplyFact.End:
                _endsStream = true;
                break;
            case ReplyFact.ErrorCode:
                ReadError(Encoding.UTF8.GetString(text), ref _codeStatus);
                break;
            case var fact and (ReplyFact.Error or ReplyFact.ErrorMessage):
                _isError |= fact == ReplyFact.Error;
                ReadError(Encoding.UTF8.GetString(text), ref _messageStatus);
                break;
        }
    }

    public void Scalar(ulong path, ReadOnlySpan<byte> text, bool isListed)
    {
        var (fact, count) = isListed ? default : PathFacts.At(path);
        switch (fact)
        {
            case ReplyFact.Count when IsNumber(text):
                _chunkUsage.Set(count, Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length ? number : TokenCounts.NoCount);
                break;
            case ReplyFact.End:
                _endsStream |= text.SequenceEqual("true"u8);
                break;
            case ReplyFact.ErrorCode when IsNumber(text):
                ReadError(Encoding.UTF8.GetString(text), ref _codeStatus);
                break;
        }
    }

    public void Object(ulong path)
    {
        switch (PathFacts.At(path).Fact)
        {
            case ReplyFact.Object:
                _hasContent = true;
                break;
            case ReplyFact.Error:
                _isError = true;
                break;
            case ReplyFact.InputToken:
                _chunkUsage.AddInput();
                break;
        }
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

    /// <summary>The stream reports that it is at its end.</summary>
    public void StreamEnd() => IsWhole = true;

    /// <summary>A chunk ended before its JSON did.</summary>
    public void ForgetChunk()
    {
        _chunkUsage = default;
        _model = null;
        _hasContent = _isError = _endsStream = false;
        _codeStatus = HasFailed ? _codeStatus : 0;
        _messageStatus = HasFailed ? _messageStatus : 0;
    }

    /// <summary>Hands over what was reported of the tokens, once.</summary>
    public void AddUsage() =>
        request.Reading.Tokens(_usage.Input, _usage.Output, _usage.CachedInput, _usage.CacheWriteInput, _usage.ReasoningOutput);

    static bool IsNumber(ReadOnlySpan<byte> text) => text is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..];

    void ReadKind(ReadOnlySpan<byte> kind)
    {
        _endsStream |= IsOneOf(kind, Ends);
        _isError |= IsOneOf(kind, Failures);
    }

    static bool IsOneOf(ReadOnlySpan<byte> kind, byte[][] kinds)
    {
        foreach (var known in kinds)
        {
            if (kind.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    void ReadError(string text, ref int status)
    {
        IsContentFilter |= ErrorWords.IsContentFilter(text);
        status = status == 0 ? ErrorWords.StatusOf(text) : status;
    }
}
