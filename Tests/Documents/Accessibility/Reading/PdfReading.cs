using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>A PDF read back object by object, through PdfPig's tokens: nothing here knows how our files are written.</summary>
internal sealed class PdfReading : IDisposable
{
    private readonly PdfDocument _document;

    private PdfReading(PdfDocument document)
    {
        _document = document;
        Pages = [.. PageReading.All(this)];
        Structure = StructureReading.Of(this);
    }

    public IReadOnlyList<PageReading> Pages { get; }

    public StructureReading Structure { get; }

    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    public DictionaryToken? Information => Resolve(_document.Structure.Trailer.Info) as DictionaryToken;

    public DictionaryToken? Encryption => Resolve(_document.Structure.Trailer.EncryptionToken) as DictionaryToken;

    /// <summary>Every numbered object of the file.</summary>
    public IEnumerable<(long Id, IToken Value)> Objects =>
        _document.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(key => key.ObjectNumber)
            .Select(key => (key.ObjectNumber, Resolve(new IndirectReferenceToken(key)) ?? NullToken.Instance));

    public static PdfReading Of(byte[] pdf) => new(PdfDocument.Open(pdf));

    public IToken? Resolve(IToken? token)
    {
        while (token is IndirectReferenceToken reference)
            token = _document.Structure.TokenScanner.Get(reference.Data)?.Data;
        return token is NullToken ? null : token;
    }

    /// <summary>The entry of a dictionary, followed to where it stands; null when absent or of another kind.</summary>
    public T? Get<T>(DictionaryToken? from, string key)
        where T : class, IToken => Resolve(from?.Data.GetValueOrDefault(key)) as T;

    public string? Name(DictionaryToken? from, string key) => Get<NameToken>(from, key)?.Data;

    public int? Int(DictionaryToken? from, string key) => Get<NumericToken>(from, key)?.Int;

    public bool IsTrue(DictionaryToken? from, string key) => Get<BooleanToken>(from, key)?.Data == true;

    /// <summary>A text string, whichever way it is written.</summary>
    public string? Text(DictionaryToken? from, string key) => Resolve(from?.Data.GetValueOrDefault(key)) switch
    {
        StringToken text => text.Data,
        HexToken hex when hex.Bytes is [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(hex.Bytes[2..]),
        HexToken hex => Encoding.Latin1.GetString(hex.Bytes),
        _ => null,
    };

    /// <summary>An entry that may be absent, one value or an array of values.</summary>
    public IEnumerable<IToken> Several(DictionaryToken? from, string key) => Resolve(from?.Data.GetValueOrDefault(key)) switch
    {
        null => [],
        ArrayToken array => array.Data,
        _ => [from!.Data[key]],
    };

    public ReadOnlyMemory<byte> Decode(StreamToken stream) => stream.Decode(_document.Structure.FilterProvider, _document.Structure.TokenScanner);

    /// <summary>The number of the object an entry refers to; 0 when it is written in place.</summary>
    public static long Id(IToken? token) => token is IndirectReferenceToken reference ? reference.Data.ObjectNumber : 0;

    public void Dispose() => _document.Dispose();
}
