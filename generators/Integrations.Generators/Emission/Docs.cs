using Integrations.Generators.Models;

namespace Integrations.Generators.Emission;

/// <summary>Documentation comments and <c>[Obsolete]</c>.</summary>
internal static class Docs
{
    public static void Summary(CodeWriter writer, string text) => writer.Line("/// <summary>" + CSharpText.Doc(text) + "</summary>");

    public static void Write(CodeWriter writer, DocModel doc, string fallback)
    {
        Summary(writer, doc.Summary.Length > 0 ? doc.Summary : fallback);
        Remarks(writer, doc.Remarks);
        Obsolete(writer, doc);
    }

    public static void Remarks(CodeWriter writer, string text)
    {
        if (text.Length > 0)
            writer.Line("/// <remarks>" + CSharpText.Doc(text) + "</remarks>");
    }

    public static void Obsolete(CodeWriter writer, DocModel doc)
    {
        if (doc.Deprecated)
            writer.Line("[global::System.Obsolete(\"The document marks this as deprecated.\")]");
    }
}
