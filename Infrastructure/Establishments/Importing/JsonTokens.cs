using System.Text.Json;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>
/// JSON of any length, a token at a time: memory holds the longest text, and a longer one than <see cref="LongestToken"/> is refused. What is not asked
/// for is skipped without being read into text.
/// </summary>
internal sealed class JsonTokens
{
    private const int LongestToken = 1 << 20;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _depth;
    private bool _ended;
    private JsonReaderState _state;

    public JsonTokens(Stream stream)
    {
        _stream = stream;
        _end = stream.ReadAtLeast(_buffer, ByteOrderMark.Length, throwOnEndOfStream: false);
        if (_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
            _start = ByteOrderMark.Length;
    }

    public JsonTokenType Type { get; private set; }

    /// <summary>Of the end of the last token; the first is 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Of a property name or a string; null otherwise.</summary>
    private string? Text { get; set; }

    /// <summary>False at the end of the document, which must be whole.</summary>
    public bool Read() => Advance(wantsText: true, untilDepth: -1);

    /// <summary>Whether the next value is an array or an object as expected, and is now entered; any other is skipped.</summary>
    public bool Enters(JsonTokenType start)
    {
        Read();
        if (Type == start)
            return true;
        SkipOpened();
        return false;
    }

    /// <summary>The next property of the object; null at its end.</summary>
    public string? NextProperty()
    {
        Read();
        return Type == JsonTokenType.PropertyName ? Text : null;
    }

    /// <summary>Whether the array has one more object, now entered; what is no object is skipped.</summary>
    public bool NextObject()
    {
        while (Read() && Type != JsonTokenType.EndArray)
        {
            if (Type == JsonTokenType.StartObject)
                return true;
            SkipOpened();
        }

        return false;
    }

    /// <summary>The next value if it is a string; whatever else it is, it is skipped.</summary>
    public string? NextText()
    {
        Read();
        SkipOpened();
        return Type == JsonTokenType.String ? Text : null;
    }

    public void Skip()
    {
        Advance(wantsText: false, untilDepth: -1);
        SkipOpened();
    }

    private void SkipOpened()
    {
        if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            Advance(wantsText: false, untilDepth: _depth);
    }

    /// <summary>One token, or all those up to the one that closes a depth.</summary>
    private bool Advance(bool wantsText, int untilDepth)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _ended, _state);
            var (done, found) = (false, false);
            try
            {
                while (!done && (found = reader.Read()))
                    done = untilDepth < 0 || (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == untilDepth);
                if (found)
                {
                    (Type, _depth) = (reader.TokenType, reader.CurrentDepth);
                    Text = wantsText && Type is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
                }
            }
            catch (JsonException broken)
            {
                throw Refused((int)(broken.LineNumber ?? 0) + 1);
            }
            catch (InvalidOperationException)
            {
                // bytes or escapes that are no text
                throw Refused(Line);
            }

            var consumed = (int)reader.BytesConsumed;
            Line += _buffer.AsSpan(_start, consumed).Count((byte)'\n');
            _start += consumed;
            _state = reader.CurrentState;
            if (found)
                return true;
            if (_ended)
                return false;
            Fill();
        }
    }

    private void Fill()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.Length == _buffer.Length)
        {
            if (rest.Length >= LongestToken)
                throw new RefusedDirectoryException($"Ligne {Line} : une valeur dépasse 1 Mo. Ce n'est pas un fichier FINESS.");
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        else
            rest.CopyTo(_buffer);
        (_start, _end) = (0, rest.Length);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }

    private static RefusedDirectoryException Refused(int line) =>
        new($"Ligne {line} : ce n'est plus du JSON en UTF-8, ou le fichier s'arrête au milieu. Téléchargez-le de nouveau.");
}
