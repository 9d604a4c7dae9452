using System.Buffers.Text;
using CrossTier.CompilerServices;
using CrossTier.Http.Json;
using CrossTier.Protocols;
using CrossTier.Replies;

namespace CrossTier.Http.Replies;

/// <summary>Reads a reply, or the chunks of one. What a chunk reports counts when its end has come: one that is cut off reports nothing.</summary>
/// <param name="request">The request.</param>
/// <param name="isStream">Whether each document is a chunk of a stream.</param>
sealed class ReplyDocument(WireRequest request, bool isStream) : IJsonSink
{
    readonly RepeatedTexts _texts = new();
    ReplyFacts _facts;
    bool _hasTokens;

    /// <summary>Whether all has come that is to be reported, whatever follows.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether an error came where a reply should have come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The code of the error, or what else names it; null if nothing does.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>What the error reads like in prose; null if there is none.</summary>
    public string? ErrorMessage { get; private set; }

    public void Text(ulong path, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        switch (PathFacts.At(path))
        {
            case { Fact: ReplyFact.None }:
                break;
            case { Fact: ReplyFact.Text }:
                _facts.Content();
                break;
            case var known when _texts.Of(text) is { } word:
                _facts.Text(known, word);
                break;
        }
    }

    public void Scalar(ulong path, ReadOnlySpan<byte> text, bool isListed)
    {
        var known = PathFacts.At(path);
        if (known.Fact == ReplyFact.None || (isListed && !known.MayBeListed))
        {
            return;
        }

        if (Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length)
        {
            _facts.Number(known, number);
        }
        else if (text.SequenceEqual("true"u8))
        {
            _facts.True(known);
        }
    }

    public void Object(ulong path)
    {
        var known = PathFacts.At(path);
        if (known.Fact != ReplyFact.None)
        {
            _facts.Object(known);
        }
    }

    public void DocumentEnd()
    {
        _facts.AddTo(ref request.Reading, isStream);
        if (isStream)
        {
            request.Chunk();
        }

        if (!HasFailed)
        {
            (HasFailed, ErrorCode, ErrorMessage) = (_facts.HasFailed, _facts.ErrorCode, _facts.ErrorMessage);
        }

        _hasTokens |= _facts.HasTokens;
        IsWhole |= _facts.EndsStream || !isStream || HasFailed;
        ForgetChunk();
    }

    /// <summary>The stream reports that it is at its end. Some servers send the usage after that.</summary>
    public void StreamEnd()
    {
        IsWhole |= _hasTokens;
        request.Reading.Ended();
    }

    /// <summary>A chunk ended before its JSON did.</summary>
    public void ForgetChunk() => _facts = default;
}
