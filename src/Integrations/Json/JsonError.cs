using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

/// <summary>
/// Makes the exceptions of <see cref="JsonReader"/>. The path is found by walking the text once more up to the place, so that reading
/// keeps no book of it. Names of properties appear in it, values never.
/// </summary>
internal static class JsonError
{
    private const int LongestName = 64;

    internal static JsonException Create(ReadOnlySpan<byte> data, int position, string problem, string? model, bool wholeObject, bool withPath)
    {
        var about = model is null ? "" : $" (model '{model}')";
        if (!withPath)
        {
            return new JsonException($"The JSON cannot be read: {problem}{about}.", "$", null, null);
        }
        position = Math.Min(position, data.Length);
        var path = PathTo(data, position, wholeObject);
        var before = data[..position];
        long line = before.Count((byte)'\n');
        long column = position - (before.LastIndexOf((byte)'\n') + 1);
        var message = string.Create(CultureInfo.InvariantCulture, $"The JSON cannot be read: {problem}{about}. Path: {path} | LineNumber: {line} | BytePositionInLine: {column}.");
        return new JsonException(message, path, line, column);
    }

    private static string PathTo(ReadOnlySpan<byte> data, int position, bool wholeObject)
    {
        Span<Level> levels = stackalloc Level[JsonReader.MaxDepth + 1];
        var depth = 0;
        for (var i = 0; i < position;)
        {
            ref var level = ref levels[depth == 0 ? 0 : depth - 1];
            switch (data[i])
            {
                case (byte)'{' or (byte)'[':
                    if (depth < levels.Length)
                    {
                        levels[depth++] = new Level { Index = data[i] == '[' ? 0 : -1 };
                    }
                    break;
                case (byte)'}' or (byte)']':
                    depth = Math.Max(0, depth - 1);
                    break;
                case (byte)',' when depth > 0:
                    level.NameLength = 0;
                    level.HasName = false;
                    level.Index += level.Index >= 0 ? 1 : 0;
                    break;
                case (byte)'"':
                    var end = StringEnd(data, i + 1);
                    if (depth > 0 && level.Index < 0 && !level.HasName && end < position)
                    {
                        level.HasName = true;
                        level.NameStart = i + 1;
                        level.NameLength = end - i - 1;
                    }
                    i = end;
                    break;
            }
            i++;
        }
        var path = new StringBuilder("$");
        for (var i = 0; i < depth; i++)
        {
            var level = levels[i];
            if (level.Index >= 0)
            {
                path.Append('[').Append(level.Index).Append(']');
            }
            else if (level.HasName && !(wholeObject && i == depth - 1))
            {
                AppendName(path, data.Slice(level.NameStart, level.NameLength));
            }
        }
        return path.ToString();
    }

    private static void AppendName(StringBuilder path, ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name.Length > LongestName ? name[..LongestName] : name);
        var simple = text.Length > 0;
        foreach (var c in text)
        {
            simple &= char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
        }
        _ = simple ? path.Append('.').Append(text) : path.Append("['").Append(text).Append("']");
    }

    private static int StringEnd(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && data[position] != '"')
        {
            position += data[position] == '\\' ? 2 : 1;
        }
        return Math.Min(position, data.Length);
    }

    private struct Level
    {
        internal int Index;
        internal bool HasName;
        internal int NameStart;
        internal int NameLength;
    }
}
