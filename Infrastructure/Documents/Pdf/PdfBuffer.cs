using System.Globalization;
using System.Text;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>Bytes of a PDF being written: numbers, names and strings in PDF syntax, culture-free.</summary>
internal sealed class PdfBuffer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Writes ASCII text as it is.</summary>
    public PdfBuffer Raw(string ascii)
    {
        var room = Room(ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
            room[i] = (byte)ascii[i];
        Length += ascii.Length;
        return this;
    }

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Raw(char ascii)
    {
        Room(1)[0] = (byte)ascii;
        Length++;
        return this;
    }

    public PdfBuffer Number(int value)
    {
        value.TryFormat(Room(12), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A number rounded to a hundredth of a point, followed by a space.</summary>
    public PdfBuffer Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
        {
            Raw('-');
            hundredths = -hundredths;
        }

        (hundredths / 100).TryFormat(Room(20), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        var rest = (int)(hundredths % 100);
        if (rest != 0)
        {
            Raw('.').Raw((char)('0' + rest / 10));
            if (rest % 10 != 0)
                Raw((char)('0' + rest % 10));
        }

        return Raw(' ');
    }

    /// <summary>Two bytes as four hexadecimal digits.</summary>
    public PdfBuffer Hex16(int value)
    {
        var room = Room(4);
        for (var i = 3; i >= 0; i--, value >>= 4)
            room[i] = (byte)"0123456789ABCDEF"[value & 15];
        Length += 4;
        return this;
    }

    /// <summary>A text string: UTF-16 with byte order mark, in hexadecimal, so that no character needs escaping.</summary>
    public PdfBuffer TextString(string text)
    {
        Raw("<FEFF");
        foreach (var unit in text)
            Hex16(unit);
        return Raw('>');
    }

    public PdfBuffer Reference(int id) => Number(id).Raw(" 0 R");

    public override string ToString() => Encoding.Latin1.GetString(Written);

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        return _bytes.AsSpan(Length);
    }
}
