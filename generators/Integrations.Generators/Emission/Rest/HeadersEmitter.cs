using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the headers of a document's answers: a property for each, read when it is asked for.</summary>
internal static class HeadersEmitter
{
    public static void Emit(CodeWriter writer, HeadersModel model)
    {
        Docs.Summary(writer, "Headers of answers. Each is null where it was not received, or is not what the document says.");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open("public readonly struct " + model.Name);
        writer.Line("private readonly global::Integrations.ApiHeaders _headers;");
        writer.Line();
        Docs.Summary(writer, "Reads headers.");
        writer.Line("/// <param name=\"headers\">Those of an answer or of an error.</param>");
        writer.Line($"public {model.Name}(global::Integrations.ApiHeaders headers) => _headers = headers;");
        foreach (var header in model.Headers)
        {
            writer.Line();
            Docs.Summary(writer, header.Doc.Summary.Length > 0 ? header.Doc.Summary : "The header " + header.WireName + ".");
            var name = CSharpText.Literal(header.WireName);
            writer.Line(header.Type.Kind switch
            {
                WireKind.String => $"public string? {header.Name} => _headers[{name}];",
                WireKind.List => $"public {header.Type.Name}? {header.Name} => _headers.GetList({name});",
                _ => $"public {header.Type.Name}? {header.Name} => _headers.Get{header.Type.Kind}({name});",
            });
        }
        writer.Close();
    }
}
