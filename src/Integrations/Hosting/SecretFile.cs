namespace Integrations.Hosting;

/// <summary>
/// A secret in a file, as Docker and Kubernetes mount them. Kubernetes changes files by moving links, which file watchers miss: it is read again after
/// a second. A line break at its end is no part of it.
/// </summary>
internal sealed class SecretFile(IntegrationSource source, string key)
{
    private const int Longest = 1 << 16;
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lately = TimeSpan.FromSeconds(10);
    private readonly string _key = key + "File";
    private readonly string _path = source.Path(key + "File");
    private volatile Reading? _last;

    public bool IsNamed => !string.IsNullOrEmpty(source.Get(_key, _path));

    public string? Read(out string? problem)
    {
        var file = source.Get(_key, _path)!;
        var last = _last;
        if (last is null || last.File != file || source.Time.GetElapsedTime(last.At) >= s_fresh)
        {
            last = Again(file, last);
        }
        problem = last.Problem;
        return last.Text;
    }

    /// <summary>Reads it now.</summary>
    /// <returns>Whether it has changed lately.</returns>
    public bool Reload() => source.Time.GetElapsedTime(Again(source.Get(_key, _path)!, _last).Changed) < s_lately;

    private Reading Again(string file, Reading? before)
    {
        var now = source.Time.GetTimestamp();
        string? text = null, problem = null;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            var buffer = new char[Longest + 1];
            var length = reader.ReadBlock(buffer);
            text = length <= Longest ? new string(buffer, 0, length).TrimEnd('\n', '\r') : null;
            Array.Clear(buffer);
            problem = text is null ? $"{_path} names a file that is larger than {Longest} characters." : text.Length == 0 ? $"{_path} names a file that is empty." : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"{_path} names a file that cannot be read ({exception.GetType().Name}).";
        }
        // The first reading is no change.
        var changed = before is null ? long.MinValue / 2 : before.Text == text ? before.Changed : now;
        return _last = new Reading(file, text, problem, now, changed);
    }

    private sealed record Reading(string File, string? Text, string? Problem, long At, long Changed);
}
