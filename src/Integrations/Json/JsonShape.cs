using System.Text;

namespace Integrations.Json;

/// <summary>
/// The names of a model's properties, in the order in which they are expected. Building one costs two references: the tables are
/// built when the first object of this shape is read.
/// </summary>
public sealed class JsonShape
{
    private readonly string[] _names;
    private readonly int[] _required;
    private Tables? _tables;

    /// <summary>Makes the shape.</summary>
    /// <param name="model">The model's name, for error messages.</param>
    /// <param name="names">The properties' names on the wire, unescaped; the index of a name is what <see cref="JsonCursor.Index"/> gives.</param>
    /// <param name="required">The indexes of the names that must be present.</param>
    public JsonShape(string model, string[] names, int[] required)
    {
        Model = model;
        _names = names;
        _required = required;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    internal int Count => _names.Length;

    internal Tables Built => _tables ?? Build();

    /// <summary>Whether two names differ by nothing but the case of letters.</summary>
    internal bool HasNamesAlikeButForCase => new HashSet<string>(_names, StringComparer.OrdinalIgnoreCase).Count < _names.Length;

    internal string NameOf(int index) => _names[index];

    internal bool IsRequired(int index) => Array.IndexOf(_required, index) >= 0;

    private Tables Build() => _tables = new Tables(_names, _required);

    /// <summary>What reading needs: immutable, so that two threads that build it at once do no harm.</summary>
    internal sealed class Tables
    {
        internal readonly byte[][] Predicted;
        internal readonly NameTable Names;
        internal readonly ulong Required;
        internal readonly ulong[]? RequiredBeyond64;

        internal Tables(string[] names, int[] required)
        {
            Names = new NameTable(names);
            Predicted = new byte[names.Length][];
            for (var i = 0; i < names.Length; i++)
            {
                Predicted[i] = Predict(names[i]);
            }
            foreach (var index in required)
            {
                if (index < 64)
                {
                    Required |= 1UL << index;
                }
                else
                {
                    RequiredBeyond64 ??= new ulong[(names.Length - 1) >> 6];
                    RequiredBeyond64[(index >> 6) - 1] |= 1UL << index;
                }
            }
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
