using System.Buffers.Binary;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// Writes a TrueType font that holds only the glyphs asked for, renumbered in the order given (0 is .notdef), without hinting.
/// Composite glyphs bring their parts along, after the glyphs asked for.
/// </summary>
internal static class FontSubset
{
    private const int ArgsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int HasInstructions = 0x0100;

    public static byte[] Write(FontFace face, IReadOnlyList<ushort> glyphs)
    {
        var order = new List<ushort>(glyphs.Count + 16);
        order.AddRange(glyphs);
        var places = new Dictionary<ushort, int>();
        for (var i = 0; i < order.Count; i++)
            places.TryAdd(order[i], i);

        var glyf = new MemoryStream();
        var loca = new List<int> { 0 };
        for (var i = 0; i < order.Count; i++)
        {
            glyf.Write(Renumbered(face, order[i], order, places));
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
            loca.Add((int)glyf.Length);
        }

        return Assemble(
        [
            ("glyf", glyf.ToArray()),
            ("head", Head(face)),
            ("hhea", Patched(face.Table("hhea"), 34, order.Count)),
            ("hmtx", Metrics(face, order)),
            ("loca", Locations(loca)),
            ("maxp", Patched(face.Table("maxp"), 4, order.Count)),
        ]);
    }

    private static byte[] Renumbered(FontFace face, ushort glyph, List<ushort> order, Dictionary<ushort, int> places)
    {
        var outline = face.Outline(glyph);
        if (outline.Length == 0)
            return [];
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        return contours >= 0 ? WithoutInstructions(outline, contours) : Composite(outline, order, places);
    }

    private static byte[] WithoutInstructions(ReadOnlySpan<byte> outline, int contours)
    {
        var lengthAt = 10 + 2 * contours;
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        var simple = new byte[outline.Length - instructions];
        outline[..lengthAt].CopyTo(simple);
        outline[(lengthAt + 2 + instructions)..].CopyTo(simple.AsSpan(lengthAt + 2));
        return simple;
    }

    private static byte[] Composite(ReadOnlySpan<byte> outline, List<ushort> order, Dictionary<ushort, int> places)
    {
        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            if (!places.TryGetValue(part, out var place))
            {
                place = order.Count;
                places[part] = place;
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & ArgsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);

        return copy[..at];
    }

    private static byte[] Head(FontFace face)
    {
        var head = face.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] Patched(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    private static byte[] Metrics(FontFace face, List<ushort> order)
    {
        var table = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i), (ushort)face.NaturalAdvance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(4 * i + 2), (short)face.LeftSideBearing(order[i]));
        }

        return table;
    }

    private static byte[] Locations(List<int> offsets)
    {
        var table = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(4 * i), (uint)offsets[i]);
        return table;
    }

    private static byte[] Assemble(IReadOnlyList<(string Tag, byte[] Data)> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new MemoryStream();
        Span<byte> head = stackalloc byte[start];
        head.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(head, 0x00010000);
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(head[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(head[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(head[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(head[10..], (ushort)(16 * tables.Count - (16 << power)));
        var offset = start;
        for (var i = 0; i < tables.Count; i++)
        {
            var entry = head[(12 + 16 * i)..];
            System.Text.Encoding.ASCII.GetBytes(tables[i].Tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(tables[i].Data));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)tables[i].Data.Length);
            offset += (tables[i].Data.Length + 3) & ~3;
        }

        file.Write(head);
        foreach (var (_, data) in tables)
        {
            file.Write(data);
            while (file.Length % 4 != 0)
                file.WriteByte(0);
        }

        return file.ToArray();
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (; data.Length >= 4; data = data[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
        for (var i = 0; i < data.Length; i++)
            sum += (uint)data[i] << (24 - 8 * i);
        return sum;
    }
}
