using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json.UserTypes;

/// <summary>The C# of a type and of its codec.</summary>
internal static class TypeText
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>Name and codec where it is not null.</summary>
    public static (string Name, string Codec) NotNull(TypeUse use)
    {
        var (name, codec) = (use.Name, use.Codec);
        // Arguments hold no placeholders of their own, so one replaces after the other.
        for (var i = 0; i < use.Arguments.Count; i++)
        {
            var (itemName, itemCodec) = Of(use.Arguments[i]);
            name = name.Replace(Slot(2 * i), itemName);
            codec = codec.Replace(Slot(2 * i), itemName).Replace(Slot(2 * i + 1), itemCodec);
        }
        return (name, codec);
    }

    /// <summary>Name and codec as it stands.</summary>
    public static (string Name, string Codec) Of(TypeUse use)
    {
        var (name, codec) = NotNull(use);
        if (!use.IsNullable)
            return (name, codec);
        return (name + "?", use.IsValueType ? $"{Json}NullableCodec<{name}, {codec}>" : $"{Json}OrNullCodec<{name}, {codec}>");
    }

    /// <summary>A name on the wire as UTF-8, with what JSON demands escaped and nothing else: as the runtime's writer escapes.</summary>
    public static string WireName(string name)
    {
        var text = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
        return CSharpText.Literal(text.ToString()) + "u8";
    }

    private static string Slot(int index) => "{" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}";
}
