using System.Text;

namespace Integrations.Json;

/// <summary>
/// The names of a model's properties, in the order in which they are expected. Building one costs two references: the names are taken apart and the
/// tables built when the first object of this shape is read.
/// </summary>
public sealed class JsonShape
{
    private readonly string _properties;
    private Tables? _tables;

    /// <summary>Makes the shape.</summary>
    /// <param name="model">The model's name, for error messages.</param>
    /// <param name="properties">
    /// The properties' names on the wire, unescaped, each with a comma behind it, and <c>?</c> before that where it may be absent: <c>id,name,note?,</c>.
    /// The place of a name is what <see cref="JsonCursor.Index"/> gives. <c>\</c> before a comma, question mark or <c>\</c> makes it part of the name.
    /// </param>
    public JsonShape(string model, string properties)
    {
        Model = model;
        _properties = properties;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    internal int Count => Built.Predicted.Length;

    internal Tables Built => _tables ??= new Tables(_properties);

    /// <summary>Whether two names differ by nothing but the case of letters.</summary>
    internal bool HasNamesAlikeButForCase => new HashSet<string>(Built.Properties, StringComparer.OrdinalIgnoreCase).Count < Count;

    internal string NameOf(int index) => Built.Properties[index];

    internal bool IsRequired(int index) => Built.IsRequired(index);

    /// <summary>What reading needs: immutable, so that two threads that build it at once do no harm.</summary>
    internal sealed class Tables
    {
        internal readonly string[] Properties;
        internal readonly byte[][] Predicted;
        internal readonly NameTable Names;
        internal readonly ulong Required;
        internal readonly ulong[]? RequiredBeyond64;

        internal Tables(string properties)
        {
            var names = new List<string>();
            var name = new StringBuilder();
            var optional = false;
            for (var i = 0; i < properties.Length; i++)
            {
                switch (properties[i])
                {
                    case '\\':
                        name.Append(properties[++i]);
                        break;
                    case '?':
                        optional = true;
                        break;
                    case ',':
                        if (!optional)
                        {
                            Require(names.Count, ref Required, ref RequiredBeyond64);
                        }
                        names.Add(name.ToString());
                        name.Clear();
                        optional = false;
                        break;
                    default:
                        name.Append(properties[i]);
                        break;
                }
            }
            Properties = [.. names];
            Names = new NameTable(Properties);
            Predicted = Array.ConvertAll(Properties, Predict);
        }

        internal bool IsRequired(int index)
        {
            var word = (index >> 6) - 1;
            var required = word < 0 ? Required : word < RequiredBeyond64?.Length ? RequiredBeyond64[word] : 0;
            return (required & 1UL << index) != 0;
        }

        private static void Require(int index, ref ulong first, ref ulong[]? beyond)
        {
            if (index < 64)
            {
                first |= 1UL << index;
                return;
            }
            var word = (index >> 6) - 1;
            if (beyond is null || beyond.Length <= word)
            {
                Array.Resize(ref beyond, word + 1);
            }
            beyond[word] |= 1UL << index;
        }

        // `"name":` as it stands in compact JSON. A name that must be escaped is never predicted: an empty prediction cannot
        // be told from a match, so it is replaced by bytes that no JSON text holds.
        private static byte[] Predict(string name)
        {
            foreach (var c in name)
            {
                if (c is < ' ' or '"' or '\\')
                {
                    return [0xFF, 0xFF];
                }
            }
            return Encoding.UTF8.GetBytes($"\"{name}\":");
        }
    }
}
