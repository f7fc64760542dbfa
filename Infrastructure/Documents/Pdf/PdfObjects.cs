using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// The numbered objects of a file and their cross-reference. Streams stand on their own; small objects are packed together
/// and compressed (object streams), because a tagged file has thousands of them.
/// </summary>
internal sealed class PdfObjects
{
    /// <summary>Readers unfold an object stream whole for any one of its objects, and the cross-reference counts 65,535 in each at most.</summary>
    private const int MostPerPack = 200;

    private readonly PdfBuffer _file = new();
    private readonly PdfBuffer _packed = new();
    private readonly List<(int Id, int Offset)> _packedAt = [];
    private readonly List<int> _offsets = [0];

    public PdfObjects() => _file.Raw("%PDF-1.7\n%").Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw('\n');

    /// <summary>Takes the next object number; the object may be written later, in any order.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    /// <summary>Starts a packed object: what is written to the result until the next call is its body.</summary>
    public PdfBuffer Begin(int id)
    {
        if (_packed.Length > 0)
            _packed.Raw(' ');
        _packedAt.Add((id, _packed.Length));
        return _packed;
    }

    /// <summary>Starts a packed object under the next number.</summary>
    public PdfBuffer Begin(out int id)
    {
        id = Reserve();
        return Begin(id);
    }

    /// <summary>Adds a compressed stream; <paramref name="entries"/> are its dictionary entries but for length and filter.</summary>
    public int AddStream(ReadOnlySpan<byte> data, string entries) => AddWritten(Deflate(data), entries + "/Filter/FlateDecode");

    /// <summary>Adds a stream as it is.</summary>
    public int AddWritten(ReadOnlySpan<byte> bytes, string entries)
    {
        var id = Reserve();
        WriteStream(id, bytes, entries);
        return id;
    }

    /// <summary>Closes the file. Its identifier is a hash of everything before, so equal content makes equal files.</summary>
    public byte[] Close(int catalog, int information)
    {
        var packs = WritePacks();
        var table = Reserve();
        _offsets[table] = _file.Length;
        var id = Convert.ToHexString(SHA256.HashData(_file.Written).AsSpan(0, 16));
        var entries = CrossReference(packs);
        WriteStream(table, Deflate(entries), new PdfBuffer()
            .Raw("/Type/XRef/W[1 4 2]/Size ").Number(_offsets.Count).Raw("/Root ").Reference(catalog).Raw("/Info ").Reference(information)
            .Raw("/ID[<").Raw(id).Raw("><").Raw(id).Raw(">]/Filter/FlateDecode").ToString());
        _file.Raw("startxref\n").Number(_offsets[table]).Raw("\n%%EOF\n");
        return _file.Written.ToArray();
    }

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var target = new MemoryStream(data.Length / 3 + 64);
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(data);
        return target.ToArray();
    }

    private void WriteStream(int id, ReadOnlySpan<byte> bytes, string entries)
    {
        _offsets[id] = _file.Length;
        _file.Number(id).Raw(" 0 obj\n<<").Raw(entries).Raw("/Length ").Number(bytes.Length)
            .Raw(">>\nstream\n").Raw(bytes).Raw("\nendstream\nendobj\n");
    }

    private List<int> WritePacks()
    {
        var packs = new List<int>();
        for (var from = 0; from < _packedAt.Count; from += MostPerPack)
        {
            var to = Math.Min(from + MostPerPack, _packedAt.Count);
            var (start, end) = (_packedAt[from].Offset, to < _packedAt.Count ? _packedAt[to].Offset : _packed.Length);
            var index = new PdfBuffer();
            for (var i = from; i < to; i++)
                index.Number(_packedAt[i].Id).Raw(' ').Number(_packedAt[i].Offset - start).Raw(' ');
            var first = index.Length;
            index.Raw(_packed.Written[start..end]);
            packs.Add(AddWritten(Deflate(index.Written), new PdfBuffer()
                .Raw("/Type/ObjStm/N ").Number(to - from).Raw("/First ").Number(first).Raw("/Filter/FlateDecode").ToString()));
        }

        return packs;
    }

    private byte[] CrossReference(List<int> packs)
    {
        var entries = new byte[7 * _offsets.Count];
        entries[5] = entries[6] = 0xFF;
        for (var i = 1; i < _offsets.Count; i++)
            Entry(entries, i, kind: 1, _offsets[i], 0);
        for (var i = 0; i < _packedAt.Count; i++)
            Entry(entries, _packedAt[i].Id, kind: 2, packs[i / MostPerPack], i % MostPerPack);
        return entries;
    }

    private static void Entry(byte[] entries, int id, byte kind, int place, int index)
    {
        var entry = entries.AsSpan(7 * id);
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)index);
    }
}
