namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>The checksum of archives (ISO 3309, polynomial EDB88320), which the framework writes but does not check.</summary>
internal static class Crc32
{
    public const uint Start = uint.MaxValue;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    })];

    public static uint Add(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes)
            check = Table[(byte)(check ^ each)] ^ (check >> 8);
        return check;
    }

    public static uint End(uint check) => ~check;
}
