namespace CrisisKits.Infrastructure.Kits;

/// <summary>
/// Holds what was written since it was last sent. A ZIP can go back within it, and so writes the sizes of an entry before its content: some programs
/// cannot read stored files otherwise.
/// </summary>
internal sealed class HeldStream : Stream
{
    private const int SliceBytes = 32 * 1024;
    private readonly MemoryStream _held = new();
    private long _sent;

    public override bool CanRead => false;
    public override bool CanSeek => true;
    public override bool CanWrite => true;
    public override long Length => _sent + _held.Length;

    public override long Position
    {
        get => _sent + _held.Position;
        set => _held.Position = value - _sent;
    }

    public async Task SendAsync(Stream output, CancellationToken cancellation)
    {
        var (bytes, count) = (_held.GetBuffer(), (int)_held.Length);
        for (var at = 0; at < count; at += SliceBytes)
            await output.WriteAsync(bytes.AsMemory(at, Math.Min(SliceBytes, count - at)), cancellation);
        _sent += count;
        _held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _held.Dispose();
        base.Dispose(disposing);
    }
}
