using System.Text;

namespace Integrations.Generators.Binding;

/// <summary>
/// Names of output files: ASCII and unique whatever the case of letters. A name that holds other characters gets a hash of the whole;
/// so does one that equals another but for case, because its hash is of what it stands for.
/// </summary>
internal static class HintNames
{
    public static string Of(string document, string name, string wire)
    {
        var text = new StringBuilder(document.Length + name.Length + 16);
        var plain = Append(text, document);
        text.Append('.');
        plain &= Append(text, name);
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
