using CrossTier.CompilerServices;
using CrossTier.Http.Bodies;

namespace CrossTier.Http.Replies;

/// <summary>Follows the body of a reply, whoever reads it, and ends its request with it. What is read here goes on as it came.</summary>
/// <param name="request">The request.</param>
/// <param name="reader">Reads what the body reports; null if it reports nothing that counts.</param>
/// <param name="status">The reply's HTTP status.</param>
/// <param name="errorName">What its headers name the error; null if they do not.</param>
/// <param name="length">How long the body is; null if that is not known.</param>
sealed class ReplyMeasurement(WireRequest request, ReplyBodyReader? reader, int status, string? errorName, long? length) : IBodyReader
{
    ReplyBodyReader? _reader = reader;
    long _left = length ?? long.MaxValue;
    bool _hasEnded;

    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (_hasEnded)
        {
            return;
        }

        request.Seen();
        Look(bytes);
        _left -= bytes.Length;
        if (_left <= 0 || (length is null && _reader is { IsStream: true, Document.IsWhole: true }))
        {
            Completed();
        }
        else if (_reader is { Document: { IsWhole: true } document })
        {
            // All that counts has come. Whether the rest does is seen by whoever reads on: it is the reader who decides.
            request.Answered(document.HasFailed, document.ErrorCode, document.ErrorMessage);
        }
    }

    /// <summary>The body is at its end.</summary>
    public void Completed()
    {
        if (!TryEnd())
        {
            return;
        }

        var document = _reader?.Document;
        if (status >= 400)
        {
            request.RecordFailure(errorName ?? document?.ErrorCode, document?.ErrorMessage);
        }
        else if (document is { HasFailed: true })
        {
            request.RecordFailure(document.ErrorCode, document.ErrorMessage);
        }
        else
        {
            request.Completed();
        }
    }

    /// <summary>Reading it failed. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="caller">The caller's token.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception, CancellationToken caller) => TryEnd() && request.RecordFailure(exception, caller);

    /// <summary>Nobody will read on.</summary>
    public void Abandoned()
    {
        if (TryEnd())
        {
            request.Abandoned();
        }
    }

    void Look(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _reader?.Read(bytes);
        }
        catch (Exception)
        {
            // No body makes the reader throw that we know of. If one does it goes on unread, and usage_missing shows it.
            _reader = null;
        }
    }

    bool TryEnd()
    {
        if (_hasEnded)
        {
            return false;
        }

        _hasEnded = true;
        return true;
    }
}
