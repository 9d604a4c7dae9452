using System.Buffers;

namespace CrossTier.Http.Json;

/// <summary>
/// Reads JSON as it passes, cut anywhere, and keeps nothing of it but one short text. It judges no grammar: what is no JSON is not read,
/// and neither does what ends too early. Objects follow one another, or stand in an array.
/// </summary>
sealed class JsonScanner(IJsonSink sink)
{
    /// <summary>What is kept of a text.</summary>
    public const int MaxText = 256;

    const int MaxDepth = 60;

    static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",}] \t\r\n"u8);

    readonly byte[] _text = new byte[MaxText];
    State _state;
    JsonName _name;
    ulong _path; // of the innermost container
    ulong _arrays; // of the open containers, the innermost lowest: whether it is an array
    int _depth;
    int _skipped; // containers that are open in a value of which nothing is read
    int _length;

    /// <summary>Where the last byte left it.</summary>
    enum State : byte
    {
        /// <summary>Before a value.</summary>
        Value,

        /// <summary>Before a name.</summary>
        Names,
        Name,
        NameEscape,
        Text,
        TextEscape,
        Scalar,

        /// <summary>In a container that reports nothing.</summary>
        Skip,
        SkipText,
        SkipEscape,
        SkipScalar,

        /// <summary>This is no JSON.</summary>
        Ignore,
    }

    bool InArray => _depth == 0 || (_arrays & 1) != 0;

    // All but the outermost container.
    bool IsListed => (_arrays & ~(1UL << (_depth - 1))) != 0;

    ulong Slot => InArray ? _path : JsonPath.Below(_path, _name);

    /// <summary>Forgets what has not ended: something new begins.</summary>
    public void Reset()
    {
        _state = State.Value;
        _path = _arrays = 0;
        _depth = _skipped = _length = 0;
    }

    /// <summary>Reads what comes next.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && _state != State.Ignore)
        {
            bytes = bytes[Step(bytes)..];
        }
    }

    // Returns how many bytes were read, at least one.
    int Step(ReadOnlySpan<byte> bytes) => _state switch
    {
        State.Value => ReadValue(bytes),
        State.Names => ReadNames(bytes[0]),
        State.Name => Capture(bytes, State.NameEscape),
        State.Text => Capture(bytes, State.TextEscape),
        State.NameEscape => Escaped(bytes[0], State.Name),
        State.TextEscape => Escaped(bytes[0], State.Text),
        State.Scalar => ReadScalar(bytes),
        State.Skip => Skip(bytes),
        State.SkipText => SkipText(bytes),
        State.SkipScalar => SkipScalar(bytes),
        _ => To(State.SkipText, 1),
    };

    int ReadValue(ReadOnlySpan<byte> bytes)
    {
        switch (bytes[0])
        {
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':':
                return 1;
            case 0xEF or 0xBB or 0xBF when _depth == 0: // a byte order mark
                return 1;
            case (byte)'{' or (byte)'[':
                return Open(isArray: bytes[0] == '[');
            case (byte)'}' or (byte)']':
                return Close();
        }

        if (_depth == 0)
        {
            return To(State.Ignore, 1);
        }

        _length = 0;
        var read = InArray ? _path != 0 : _name != JsonName.None;
        if (bytes[0] == '"')
        {
            return To(read ? State.Text : State.SkipText, 1);
        }

        _state = read ? State.Scalar : State.SkipScalar;
        return Step(bytes);
    }

    int ReadNames(byte next)
    {
        _length = 0;
        return next switch
        {
            (byte)'"' => To(State.Name, 1),
            (byte)'}' or (byte)']' => Close(),
            _ => 1,
        };
    }

    int Capture(ReadOnlySpan<byte> bytes, State escape)
    {
        var end = bytes.IndexOfAny((byte)'"', (byte)'\\');
        Keep(end < 0 ? bytes : bytes[..end]);
        if (end < 0)
        {
            return bytes.Length;
        }

        if (bytes[end] == '\\')
        {
            Keep(bytes.Slice(end, 1));
            return To(escape, end + 1);
        }

        if (escape == State.NameEscape)
        {
            _name = JsonNames.Of(Kept);
            return To(State.Value, end + 1);
        }

        sink.Text(Slot, Kept);
        return To(Next(), end + 1);
    }

    int Escaped(byte next, State back)
    {
        Keep([next]);
        return To(back, 1);
    }

    int ReadScalar(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny(ScalarEnd);
        Keep(end < 0 ? bytes : bytes[..end]);
        if (end < 0)
        {
            return bytes.Length;
        }

        sink.Scalar(Slot, Kept, IsListed);
        _state = Next();
        return end == 0 ? Step(bytes) : end;
    }

    int SkipScalar(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny(ScalarEnd);
        if (end < 0)
        {
            return bytes.Length;
        }

        _state = Next();
        return end == 0 ? Step(bytes) : end;
    }

    int Open(bool isArray)
    {
        var slot = Slot;
        if ((!InArray && _name == JsonName.None) || _depth == MaxDepth || !JsonPath.HasRoom(slot))
        {
            _skipped = 1;
            return To(State.Skip, 1);
        }

        if (!isArray && slot != 0)
        {
            sink.Object(slot);
        }

        _path = slot;
        _arrays = (_arrays << 1) | (isArray ? 1UL : 0);
        _depth++;
        return To(isArray ? State.Value : State.Names, 1);
    }

    int Close()
    {
        if (_depth == 0)
        {
            return To(State.Ignore, 1);
        }

        var isDocument = _path == 0 && (_arrays & 1) == 0;
        _arrays >>= 1;
        _depth--;
        _path = InArray ? _path : JsonPath.Above(_path);
        if (isDocument)
        {
            sink.DocumentEnd();
        }

        return To(Next(), 1);
    }

    int Skip(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAny(Structure);
        if (at < 0)
        {
            return bytes.Length;
        }

        switch (bytes[at])
        {
            case (byte)'"':
                _state = State.SkipText;
                break;
            case (byte)'{' or (byte)'[':
                _skipped++;
                break;
            default:
                _skipped--;
                _state = _skipped == 0 ? Next() : State.Skip;
                break;
        }

        return at + 1;
    }

    int SkipText(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'"', (byte)'\\');
        return end < 0 ? bytes.Length
            : bytes[end] == '\\' ? To(State.SkipEscape, end + 1)
            : To(_skipped > 0 ? State.Skip : Next(), end + 1);
    }

    State Next() => InArray ? State.Value : State.Names;

    int To(State state, int read)
    {
        _state = state;
        return read;
    }

    ReadOnlySpan<byte> Kept => _text.AsSpan(0, _length);

    void Keep(ReadOnlySpan<byte> part)
    {
        part = part[..Math.Min(part.Length, MaxText - _length)];
        part.CopyTo(_text.AsSpan(_length));
        _length += part.Length;
    }
}
