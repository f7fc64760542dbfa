using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>A PDF with its objects laid out as plain text, nothing compressed, so that one thing at a time can be spoiled in it.</summary>
internal sealed partial class RewrittenPdf
{
    private readonly SortedDictionary<long, string> _objects;
    private readonly long _catalog;
    private readonly long _information;

    private RewrittenPdf(SortedDictionary<long, string> objects, long catalog, long information) =>
        (_objects, _catalog, _information) = (objects, catalog, information);

    public static RewrittenPdf Of(byte[] pdf)
    {
        using var reading = PdfReading.Of(pdf);
        var objects = new SortedDictionary<long, string>();
        long catalog = 0, information = 0;
        foreach (var (id, value) in reading.Objects)
        {
            var name = reading.Name(value as DictionaryToken, "Type");
            catalog = name == "Catalog" ? id : catalog;
            information = ReferenceEquals(value, reading.Information) || value.Equals(reading.Information) ? id : information;
            // the objects that only pack and number the others are not needed again
            if (value is not StreamToken stream)
                objects[id] = Written(value);
            else if (reading.Name(stream.StreamDictionary, "Type") is not ("ObjStm" or "XRef"))
                objects[id] = Written(new StreamToken(stream.StreamDictionary.Without("Filter"), reading.Decode(stream).ToArray()));
        }

        return new(objects, catalog, information);
    }

    /// <summary>The same file with the first match of a pattern replaced; there must be one.</summary>
    public RewrittenPdf With(string pattern, string replacement)
    {
        var id = IdOf(pattern);
        var spoiled = new Regex(pattern, RegexOptions.Singleline).Replace(_objects[id], replacement, 1);
        return new(new(_objects) { [id] = spoiled }, _catalog, _information);
    }

    /// <summary>The number of the first object that matches.</summary>
    public long IdOf(string pattern)
    {
        var id = _objects.FirstOrDefault(each => Regex.IsMatch(each.Value, pattern, RegexOptions.Singleline)).Key;
        Assert.That(id, Is.Not.Zero, $"nothing to spoil: « {pattern} »");
        return id;
    }

    /// <summary>The same file with one object more.</summary>
    public RewrittenPdf Plus(string text, out long id)
    {
        id = _objects.Keys.Max() + 1;
        return new(new(_objects) { [id] = text }, _catalog, _information);
    }

    public byte[] Bytes()
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        foreach (var (id, text) in _objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{id} 1\n{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{id} 0 obj\n{WithLength(text)}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<</Size {_objects.Keys.Max() + 1}/Root {_catalog} 0 R/Info {_information} 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    public override string ToString() => string.Join('\n', _objects.Select(each => $"{each.Key}: {each.Value}"));

    /// <summary>A stream that was spoiled has another length.</summary>
    private static string WithLength(string text)
    {
        const string open = "stream\n";
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return start < open.Length ? text : Length().Replace(text, $"/Length {text.LastIndexOf("\nendstream", StringComparison.Ordinal) - start}", 1);
    }

    private static string Written(IToken token)
    {
        using var bytes = new MemoryStream();
        new TokenWriter().WriteToken(token, bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    [GeneratedRegex(@"/Length \d+")]
    private static partial Regex Length();
}
