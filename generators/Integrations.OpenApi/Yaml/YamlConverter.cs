using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Integrations.OpenApi.Yaml;

/// <summary>The JSON of a YAML document, and where each part of it stood.</summary>
/// <param name="Bytes">UTF-8 JSON.</param>
/// <param name="Length">How many of the bytes.</param>
/// <param name="Positions">Where each token came from.</param>
internal sealed record YamlJson(byte[] Bytes, int Length, YamlPositions Positions);

/// <summary>YAML events to JSON, without recursion, with limits on what aliases may expand to.</summary>
internal sealed class YamlConverter(ProblemList problems, CancellationToken ct)
{
    // Generous for honest anchors, and far from what a bomb wants.
    private const int AliasBudget = 64 * 1024 * 1024;

    private readonly JsonOutput output = new();
    private readonly YamlPositions positions = new();
    private readonly Dictionary<string, byte[]?> anchors = new(StringComparer.Ordinal);
    private readonly Stack<YamlFrame> frames = new();
    private int expanded;

    /// <summary>The first document of the stream as JSON; null where a limit was hit. Syntax errors throw YamlException.</summary>
    public YamlJson? Convert(TextReader text)
    {
        var parser = new Parser(new Scanner(text, skipComments: true));
        var documents = 0;
        for (var count = 0; parser.MoveNext(); count++)
        {
            if ((count & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var e = parser.Current!;
            if (e is DocumentStart && ++documents == 2)
            {
                problems.Add(SpecProblemKind.Shape, "", "The file holds several YAML documents; only the first is read.", At(e));
                break;
            }

            if (!Take(e)) return null;
        }

        if (output.Length == 0) output.WriteRaw("null");
        return new YamlJson(output.Bytes, output.Length, positions);
    }

    private bool Take(ParsingEvent e)
    {
        switch (e)
        {
            case Scalar scalar:
                Begin(scalar, out var start);
                if (frames.Count > 0 && frames.Peek().ExpectsKey) WriteKey(scalar);
                else if (IsText(scalar)) output.WriteString(scalar.Value);
                else output.WriteRaw(YamlScalar.ToJson(scalar.Value)!);
                if (!scalar.Anchor.IsEmpty) anchors[scalar.Anchor.Value] = output.Copy(start);
                return End(start, isKey: frames.Count > 0 && frames.Peek().ExpectsKey);
            case MappingStart or SequenceStart:
                return Open((NodeEvent)e);
            case MappingEnd or SequenceEnd:
                return Close();
            case AnchorAlias alias:
                return Alias(alias);
            default:
                return true;
        }
    }

    private bool Open(NodeEvent e)
    {
        if (frames.Count >= IndexReader.MaxDepth) return Limit(e, $"The document is nested deeper than {IndexReader.MaxDepth} levels.");
        var isComplexKey = frames.Count > 0 && frames.Peek().ExpectsKey;
        if (isComplexKey) problems.Add(SpecProblemKind.Shape, "", "A mapping or sequence cannot be a key; its JSON is used as the name.", At(e));
        Begin(e, out var start);
        var frame = new YamlFrame(start, isMapping: e is MappingStart, e.Anchor.IsEmpty ? null : e.Anchor.Value, isComplexKey);
        if (frame.Anchor is { } anchor) anchors[anchor] = null;
        output.Write(frame.IsMapping ? '{' : '[');
        frames.Push(frame);
        return true;
    }

    private bool Close()
    {
        var frame = frames.Pop();
        if (frame.Merges is { } merges && !YamlMerge.Apply(output, frame, merges, ref expanded, AliasBudget)) return Limit(null, "Merge keys expand to too much.");
        output.Write(frame.IsMapping ? '}' : ']');
        if (frame.Anchor is { } anchor) anchors[anchor] = output.Copy(frame.Start);
        if (!frame.IsComplexKey) return End(frame.Start, isKey: false);
        output.WriteString(System.Text.Encoding.UTF8.GetString(output.Cut(frame.Start)));
        return End(frame.Start, isKey: true);
    }

    private bool Alias(AnchorAlias alias)
    {
        Begin(alias, out var start);
        var isKey = frames.Count > 0 && frames.Peek().ExpectsKey;
        if (!anchors.TryGetValue(alias.Value.Value, out var target) || target is null)
        {
            var known = anchors.ContainsKey(alias.Value.Value);
            problems.Add(SpecProblemKind.Reference, "", known ? $"The anchor '{alias.Value}' contains itself; null is read." : $"There is no anchor '{alias.Value}'; null is read.", At(alias));
            output.WriteRaw(isKey ? "\"\"" : "null");
        }
        else
        {
            expanded += target.Length;
            if (expanded > AliasBudget) return Limit(alias, "Aliases expand to more than 64 MB.");
            if (isKey && target[0] != (byte)'"') output.WriteString(System.Text.Encoding.UTF8.GetString(target));
            else output.Write(target);
        }

        return End(start, isKey);
    }

    /// <summary>Separators before a node, its place, and where it starts.</summary>
    private void Begin(ParsingEvent e, out int start)
    {
        if (frames.Count > 0 && frames.Peek() is { NeedsComma: true } frame)
        {
            output.Write(',');
            frame.NeedsComma = false;
        }

        start = output.Length;
        positions.Add(start, At(e));
    }

    private void WriteKey(Scalar scalar)
    {
        var frame = frames.Peek();
        // `<<` counts only unquoted; then its value is taken out again when it is complete.
        frame.IsMergeKey = scalar is { Style: ScalarStyle.Plain, Value: "<<" } && scalar.Tag.IsEmpty;
        output.WriteString(scalar.Value);
    }

    private bool End(int start, bool isKey)
    {
        if (frames.Count == 0) return true;
        var frame = frames.Peek();
        if (isKey)
        {
            frame.ExpectsKey = false;
            frame.KeyStart = start;
            output.Write(':');
            return true;
        }

        if (frame is { IsMapping: true, IsMergeKey: true })
        {
            frame.IsMergeKey = false;
            (frame.Merges ??= []).Add(output.Cut(start));
            output.Cut(frame.KeyStart);
            frame.NeedsComma = false;
            // The comma before the cut key stays usable.
            frame.CommaWritten = frame.Count > 0;
        }
        else
        {
            frame.Count++;
            frame.NeedsComma = true;
            frame.CommaWritten = false;
        }

        frame.ExpectsKey = frame.IsMapping;
        return true;
    }

    private static bool IsText(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain) return true;
        if (!scalar.Tag.IsEmpty && (scalar.Tag.IsNonSpecific || scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal))) return true;
        return YamlScalar.ToJson(scalar.Value) is null;
    }

    private bool Limit(ParsingEvent? e, string message)
    {
        problems.Add(SpecProblemKind.Limit, "", message, e is null ? default : At(e));
        return false;
    }

    private static SpecLocation At(ParsingEvent e) => new((int)e.Start.Line - 1, (int)e.Start.Column - 1);
}
