using System.Numerics;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>Follows a content stream operator by operator: marks, positions, fonts, and everything that paints.</summary>
internal sealed class ReadContent(PdfReading pdf, DictionaryToken? resources)
{
    /// <summary>How many operands each operator takes (ISO 32000-1, annex A); colours in any space take what they need.</summary>
    private static readonly Dictionary<string, int> Operands =
        ("b0 B0 b*0 B*0 BDC2 BMC1 BT0 c6 cm6 CS1 cs1 d2 Do1 DP2 EMC0 ET0 f0 F0 f*0 G1 g1 gs1 h0 i1 j1 J1 K4 k4 l2 m2 M1 MP1 n0 q0 Q0 re4 RG3 rg3 ri1 s0 S0 "
            + "SC* sc* SCN* scn* sh1 T*0 Tc1 Td2 TD2 Tf2 Tj1 TJ1 TL1 Tm6 Tr1 Ts1 Tw1 Tz1 v4 w1 W0 W*0 y4 '1 \"3")
        .Split(' ').ToDictionary(each => each[..^1], each => each[^1] == '*' ? -1 : each[^1] - '0', StringComparer.Ordinal);

    private readonly PageContent _content = new();
    private readonly Stack<Matrix3x2> _saved = new();
    private readonly List<IToken> _operands = [];
    private Sequence? _sequence;
    private Sequence? _aroundText;
    private bool _inText;
    private Matrix3x2 _page = Matrix3x2.Identity;
    private Matrix3x2 _line = Matrix3x2.Identity;
    private float _leading;
    private Vector2 _pathStart;
    private HashSet<int> _codes = [];

    public PageContent Run(ReadOnlyMemory<byte> bytes)
    {
        var scanner = new CoreTokenScanner(new MemoryInputBytes(bytes), false, StackDepthGuard.Infinite);
        while (scanner.MoveNext())
            if (scanner.CurrentToken is not OperatorToken { Data: var name })
                _operands.Add(scanner.CurrentToken);
            else
                Apply(name);
        if (_sequence is not null || _inText || _saved.Count > 0)
            Fault("ends with a mark, a text object or a saved state still open");
        return _content;
    }

    private void Apply(string name)
    {
        if (name is "BI" or "ID" or "EI")
        {
            // an inline image is three operators around its dictionary and data
            if (name == "BI")
                Paint(name, Vector2.Transform(default, _page));
        }
        else if (!Operands.TryGetValue(name, out var count))
            Fault($"has an operator nobody knows, « {name} »");
        else if (count >= 0 && count != _operands.Count)
            Fault($"gives « {name} » {_operands.Count} operands");
        else
            Follow(name);
        _operands.Clear();
    }

    private void Follow(string name)
    {
        switch (name)
        {
            case "BMC" or "BDC":
                _sequence = new(Name(0), _sequence, name == "BDC" ? Properties(_operands[1]) : null);
                _content.Sequences.Add(_sequence);
                break;
            case "EMC":
                if (_sequence is null || (_inText && ReferenceEquals(_sequence, _aroundText)))
                    Fault("closes a mark that is not open here");
                _sequence = _sequence?.Outer;
                break;
            case "q":
                _saved.Push(_page);
                break;
            case "Q":
                if (!_saved.TryPop(out _page))
                    Fault("restores a state that was not saved");
                break;
            case "cm":
                _page = Matrix() * _page;
                break;
            case "m" or "re":
                _pathStart = Vector2.Transform(new(Number(0), Number(1)), _page);
                break;
            case "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*":
                Paint(name, _pathStart);
                break;
            case "sh" or "Do":
                Paint(name == "Do" && IsForm() ? "form" : name, Vector2.Transform(default, _page));
                break;
            default:
                FollowText(name);
                break;
        }
    }

    private void FollowText(string name)
    {
        switch (name)
        {
            case "BT" or "ET":
                if (_inText == (name == "BT") || (_inText && !ReferenceEquals(_sequence, _aroundText)))
                    Fault($"has « {name} » where it cannot stand");
                _inText = name == "BT";
                _aroundText = _sequence;
                _line = Matrix3x2.Identity;
                break;
            case "Tf":
                if (!_content.Codes.TryGetValue(Name(0), out _codes!))
                    _codes = _content.Codes[Name(0)] = [];
                break;
            case "Tm":
                _line = Matrix();
                break;
            case "TL":
                _leading = Number(0);
                break;
            case "Td" or "TD":
                _leading = name == "TD" ? -Number(1) : _leading;
                _line = Matrix3x2.CreateTranslation(Number(0), Number(1)) * _line;
                break;
            case "T*" or "'" or "\"" or "Tj" or "TJ":
                if (name is not ("Tj" or "TJ"))
                    _line = Matrix3x2.CreateTranslation(0, -_leading) * _line;
                if (name != "T*")
                    Show(name);
                break;
        }
    }

    private void Show(string name)
    {
        if (!_inText)
            Fault($"shows text outside a text object with « {name} »");
        Paint(name, Vector2.Transform(default, _line * _page));
        foreach (var token in _operands[^1] is ArrayToken array ? array.Data : [_operands[^1]])
        {
            var bytes = token switch { HexToken hex => hex.Bytes, StringToken text => text.GetBytes(), _ => [] };
            for (var i = 0; i + 1 < bytes.Length; i += 2)
                _codes.Add(bytes[i] << 8 | bytes[i + 1]);
        }
    }

    private void Paint(string name, Vector2 at) => _content.Paintings.Add(new(name, _sequence, at.X, at.Y));

    private bool IsForm() => pdf.Get<StreamToken>(pdf.Get<DictionaryToken>(resources, "XObject"), Name(0)) is { } drawn
        && pdf.Name(drawn.StreamDictionary, "Subtype") == "Form";

    private DictionaryToken? Properties(IToken token) =>
        token as DictionaryToken ?? pdf.Get<DictionaryToken>(pdf.Get<DictionaryToken>(resources, "Properties"), (token as NameToken)?.Data ?? string.Empty);

    private Matrix3x2 Matrix() => new(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));

    private float Number(int index) => _operands[index] is NumericToken number ? (float)number.Double : 0;

    private string Name(int index) => (_operands[index] as NameToken)?.Data ?? string.Empty;

    private void Fault(string what) => _content.Faults.Add(what);
}
