using System.Buffers;
using System.Text;

namespace CrossTier.Http.Requests;

/// <summary>Finds the model in a request's body where that can be done without consuming or changing it.</summary>
static class RequestModel
{
    // A model that comes after more than this stays unknown until the reply names it.
    const int MaxRead = 1 << 20;
    const int MaxField = 256;

    /// <summary>Looks into a body that lies in memory.</summary>
    /// <param name="content">The body.</param>
    /// <param name="model">The model that it names; null if it names none.</param>
    /// <returns>False if the body is only there while it is being sent, and is worth watching then.</returns>
    public static bool TryRead(HttpContent? content, out string? model)
    {
        model = null;
        switch (content)
        {
            case null:
                return true;
            case MultipartContent parts:
                model = OfParts(parts);
                return true;
        }

        if (!IsJson(content))
        {
            return true;
        }

        if (!IsInMemory(content))
        {
            return false;
        }

        model = OfJson(content);
        return true;
    }

    // Types whose stream is a view of memory, which sending does not use. A derived type may do anything.
    static bool IsInMemory(HttpContent content) =>
        content.GetType() == typeof(StringContent) || content.GetType() == typeof(ByteArrayContent) || content.GetType() == typeof(ReadOnlyMemoryContent);

    static bool IsJson(HttpContent content)
    {
        var type = Header(content, "Content-Type");
        return (type.Length == 0 || type.Contains("json", StringComparison.OrdinalIgnoreCase))
            && !type.Contains("utf-16", StringComparison.OrdinalIgnoreCase)
            && !type.Contains("utf-32", StringComparison.OrdinalIgnoreCase)
            && Header(content, "Content-Encoding").Length == 0;
    }

    static string? OfJson(HttpContent content)
    {
        var scan = new ModelScan();
        Read(content, MaxRead, scan, static (scan, bytes) =>
        {
            scan.Read(bytes);
            return !scan.IsOver;
        });
        return scan.Model;
    }

    static string? OfParts(MultipartContent parts)
    {
        foreach (var part in parts)
        {
            var disposition = Header(part, "Content-Disposition");
            if (IsInMemory(part)
                && (disposition.Contains("name=model", StringComparison.Ordinal) || disposition.Contains("name=\"model\"", StringComparison.Ordinal)))
            {
                var text = new StringBuilder();
                Read(part, MaxField, text, static (text, bytes) =>
                {
                    text.Append(Encoding.UTF8.GetString(bytes));
                    return true;
                });
                return text.ToString();
            }
        }

        return null;
    }

    static void Read<T>(HttpContent content, int max, T state, ReadOnlySpanFunc<T> read)
    {
        if (StreamOf(content) is not { } stream)
        {
            return;
        }

        var position = stream.Position;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(max, 16 << 10));
        try
        {
            stream.Position = 0;
            int count;
            while (max > 0 && (count = stream.Read(buffer, 0, Math.Min(max, buffer.Length))) > 0 && read(state, buffer.AsSpan(0, count)))
            {
                max -= count;
            }
        }
        finally
        {
            stream.Position = position;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static Stream? StreamOf(HttpContent content)
    {
        try
        {
            return content.ReadAsStream();
        }
        catch (ObjectDisposedException)
        {
            return null; // Sending it will say so.
        }
        catch (HttpRequestException)
        {
            // The application has asked for the stream asynchronously before, and so only may we.
            return content.ReadAsStreamAsync() is { IsCompletedSuccessfully: true, Result: var stream } ? stream : null;
        }
    }

    // Unparsed: a header that is asked for by its type may be written in another form afterwards.
    static string Header(HttpContent content, string name) =>
        content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";

    delegate bool ReadOnlySpanFunc<T>(T state, ReadOnlySpan<byte> bytes);
}
