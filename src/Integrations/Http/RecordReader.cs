using Integrations.Json;

namespace Integrations.Http;

/// <summary>Cuts a stream at a byte. Blank records are skipped; the stream itself limits how long one may be.</summary>
internal sealed class RecordReader(Stream stream, byte delimiter) : IDisposable
{
    private readonly PooledBuffer _buffer = new(4096);
    private int _start;
    private bool _ended;

    /// <summary>The record, without white space around it; valid until the next one.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            var index = _buffer.WrittenSpan[searched..].IndexOf(delimiter);
            if (index >= 0 || _ended)
            {
                var end = index >= 0 ? searched + index : _buffer.Length;
                Current = _buffer.WrittenMemory[_start..end].Trim(" \t\r\n"u8);
                searched = _start = index >= 0 ? end + 1 : end;
                if (!Current.IsEmpty)
                {
                    return true;
                }
                if (index < 0)
                {
                    return false;
                }
                continue;
            }
            searched = _buffer.Length;
            if (_start == searched)
            {
                _buffer.Clear();
                searched = _start = 0;
            }
            else if (_start > 1 << 16)
            {
                // What is read already would else stay in front of what comes.
                var rest = _buffer.WrittenSpan[_start..].ToArray();
                _buffer.Clear();
                _buffer.Write(rest);
                (_start, searched) = (0, rest.Length);
            }
            var read = await stream.ReadAsync(_buffer.GetMemory(2048), cancellationToken).ConfigureAwait(false);
            _buffer.Advance(read);
            _ended = read == 0;
        }
    }

    public void Dispose() => _buffer.Dispose();
}
