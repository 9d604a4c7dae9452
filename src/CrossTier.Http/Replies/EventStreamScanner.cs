using CrossTier.Http.Json;

namespace CrossTier.Http.Replies;

/// <summary>Reads server-sent events as they pass, cut anywhere: the JSON in their <c>data</c>, and the mark at the end that is none. Keeps no line.</summary>
sealed class EventStreamScanner(JsonScanner json, ReplyDocument document)
{
    State _state;
    int _field; // bytes of "data" that a line began with
    int _mark; // bytes of "[DONE]" that the data began with; negative if it began otherwise
    bool _afterReturn;

    enum State : byte
    {
        LineStart,
        Field,
        DataStart,
        Data,
        Other,
    }

    static ReadOnlySpan<byte> DataField => "data"u8;

    static ReadOnlySpan<byte> EndMark => "[DONE]"u8;

    public void Read(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var next = bytes[0];
            if (_afterReturn)
            {
                _afterReturn = false;
                if (next == '\n')
                {
                    bytes = bytes[1..];
                    continue;
                }
            }

            if (next is (byte)'\r' or (byte)'\n')
            {
                _afterReturn = next == '\r';
                LineEnd();
                bytes = bytes[1..];
            }
            else if (_state is State.Data or State.Other)
            {
                var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
                var line = end < 0 ? bytes : bytes[..end];
                if (_state == State.Data)
                {
                    ReadData(line);
                }

                bytes = bytes[line.Length..];
            }
            else
            {
                ReadField(next);
                bytes = bytes[1..];
            }
        }
    }

    void ReadField(byte next)
    {
        switch (_state)
        {
            case State.LineStart when next is 0xEF or 0xBB or 0xBF: // a byte order mark
                break;
            case State.LineStart or State.Field when _field < DataField.Length && next == DataField[_field]:
                _state = State.Field;
                _field++;
                break;
            case State.Field when _field == DataField.Length && next == ':':
                _state = State.DataStart;
                break;
            case State.DataStart when next == ' ':
                BeginData();
                break;
            case State.DataStart:
                BeginData();
                ReadData([next]);
                break;
            default:
                _state = State.Other;
                break;
        }
    }

    void BeginData()
    {
        _state = State.Data;
        _mark = 0;
    }

    void ReadData(ReadOnlySpan<byte> part)
    {
        for (var i = 0; i < part.Length && _mark >= 0; i++)
        {
            _mark = _mark < EndMark.Length && part[i] == EndMark[_mark] ? _mark + 1 : part[i] == ' ' ? _mark : -1;
        }

        json.Read(part);
    }

    void LineEnd()
    {
        switch (_state)
        {
            case State.LineStart: // an empty line ends the event
                json.Reset();
                document.ForgetChunk();
                break;
            case State.Data:
                if (_mark == EndMark.Length)
                {
                    document.StreamEnd();
                }

                json.Read("\n"u8);
                break;
        }

        _state = State.LineStart;
        _field = 0;
    }
}
