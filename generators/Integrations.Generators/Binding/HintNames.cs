using System.Text;

namespace Integrations.Generators.Binding;

/// <summary>
/// Names of output files: ASCII and unique whatever the case of letters. A name that holds other characters gets a hash of the whole;
/// so does one that equals another but for case, because its hash is of what it stands for.
/// </summary>
internal sealed class HintNames(string document)
{
    private const int MaxLength = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string name, string wire)
    {
        var hint = Plain(name, wire);
        for (var salt = wire; !_taken.Add(hint); salt += "#")
            hint = Plain(name + "_" + CSharpName.Hash(salt), wire);
        return hint;
    }

    private string Plain(string name, string wire)
    {
        var text = new StringBuilder(document.Length + name.Length + 16);
        var plain = Append(text, document);
        text.Append('.');
        plain &= Append(text, name);
        // Emitted files may be written to disk, where 255 bytes are the most, and a path has little more.
        if (text.Length > MaxLength)
            (text.Length, plain) = (MaxLength, false);
        if (!plain)
            text.Append('_').Append(CSharpName.Hash(wire));
        return text.Append(".g.cs").ToString();
    }

    private static bool Append(StringBuilder text, string name)
    {
        var plain = true;
        foreach (var c in name)
        {
            if (c < 128 && (char.IsLetterOrDigit(c) || c is '_' or '.'))
                text.Append(c);
            else
                plain = false;
        }
        return plain;
    }
}
