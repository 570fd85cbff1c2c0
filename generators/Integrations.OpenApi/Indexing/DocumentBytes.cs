using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using Integrations.OpenApi.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>A document as JSON bytes, whatever it was written in.</summary>
internal sealed class DocumentBytes
{
    private readonly YamlJson? yaml;

    private DocumentBytes(Utf8Buffer buffer)
    {
        // A byte order mark is no JSON.
        Start = buffer.Length >= 3 && buffer.Bytes[0] == 0xEF && buffer.Bytes[1] == 0xBB && buffer.Bytes[2] == 0xBF ? 3 : 0;
        Bytes = buffer.Bytes;
        Length = buffer.Length - Start;
    }

    private DocumentBytes(YamlJson yaml)
    {
        this.yaml = yaml;
        Bytes = yaml.Bytes;
        Length = yaml.Length;
    }

    public byte[] Bytes { get; }

    public int Start { get; }

    public int Length { get; }

    /// <summary>The YAML it came from, or null; a reader may hold on to it weakly.</summary>
    public YamlJson? Yaml => yaml;

    /// <summary>JSON by its first significant character, else YAML; null (with a problem) where it is neither.</summary>
    public static DocumentBytes? Read(SourceText text, ProblemList problems, CancellationToken ct)
    {
        if (IsJson(text)) return new DocumentBytes(Utf8Buffer.From(text, ct));
        return YamlReader.Read(text, problems, ct) is { } json ? new DocumentBytes(json) : null;
    }

    public static DocumentBytes Of(YamlJson yaml) => new(yaml);

    /// <summary>A cursor that starts at a fragment, or at the document's beginning.</summary>
    public PositionCursor Cursor(Fragment? fragment = null)
    {
        if (yaml is not null) return new YamlCursor(yaml.Positions);
        return fragment is null ? new JsonCursor(Bytes, Start, default) : new JsonCursor(Bytes, fragment.Start, fragment.ValueAt);
    }

    private static bool IsJson(SourceText text)
    {
        var at = Skip(text, 0);
        if (at == text.Length || text[at] is '[' or '"') return true;
        // A comment before the object; a file of path items may begin with `/pets:`.
        if (text[at] == '/') return at + 1 < text.Length && text[at + 1] is '/' or '*';
        if (text[at] != '{') return false;
        // A flow mapping of YAML may have plain keys; JSON may not.
        at = Skip(text, at + 1);
        return at == text.Length || text[at] is '"' or '}' or '{' or '[' or '/';
    }

    private static int Skip(SourceText text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')) at++;
        return at;
    }
}
