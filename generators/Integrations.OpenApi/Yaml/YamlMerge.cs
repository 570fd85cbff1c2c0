using System.Text.Json;
using Integrations.OpenApi.Indexing;

namespace Integrations.OpenApi.Yaml;

/// <summary>Merge keys: members of other mappings that this one does not state itself.</summary>
internal static class YamlMerge
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = IndexReader.MaxDepth + 8, AllowTrailingCommas = true };

    /// <summary>Adds the merged members at the end of an open mapping; false where they expand beyond the budget.</summary>
    public static bool Apply(JsonOutput output, YamlFrame frame, List<byte[]> merges, ref int expanded, int budget)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var own = new byte[output.Length - frame.Start + 1];
        Buffer.BlockCopy(output.Bytes, frame.Start, own, 0, own.Length - 1);
        own[own.Length - 1] = (byte)'}';
        foreach (var (name, _, _) in Members(own)) names.Add(name);

        foreach (var merge in merges)
        {
            foreach (var source in Mappings(merge))
            {
                foreach (var (name, start, length) in Members(source))
                {
                    if (!names.Add(name)) continue;
                    expanded += length;
                    if (expanded > budget) return false;
                    if (frame.Count++ > 0 && !frame.CommaWritten) output.Write(',');
                    frame.CommaWritten = false;
                    var member = new byte[length];
                    Buffer.BlockCopy(source, start, member, 0, length);
                    output.Write(member);
                }
            }
        }

        if (frame.CommaWritten) output.Cut(output.Length - 1);
        return true;
    }

    private static List<byte[]> Mappings(byte[] merge)
    {
        if (merge.Length > 0 && merge[0] == (byte)'{') return [merge];
        var mappings = new List<byte[]>();
        var reader = new Utf8JsonReader(merge, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return mappings;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            var isMapping = reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
            if (isMapping) mappings.Add(merge.AsSpan(start, (int)reader.BytesConsumed - start).ToArray());
        }

        return mappings;
    }

    private static List<(string Name, int Start, int Length)> Members(byte[] mapping)
    {
        var members = new List<(string, int, int)>();
        var reader = new Utf8JsonReader(mapping, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = Text.JsonText.Unescape(mapping, start + 1, reader.ValueSpan.Length);
            reader.Read();
            reader.Skip();
            members.Add((name, start, (int)reader.BytesConsumed - start));
        }

        return members;
    }
}
