using Integrations.Http;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>Which of an operation's media a method sends.</summary>
internal static class BodyMedia
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";

    public static RawMedia? Of(RawBody body, Type parameter, string variant)
    {
        var content = body.Content;
        RawMedia? Named(string bare) => content.FirstOrDefault(m => m.Bare == bare);
        if (variant == "Form")
            return Named(Form);
        if (WireCodec.Implements(parameter, typeof(IMultipartModel<>)))
            return Named(Multipart);
        if (parameter == typeof(HttpContent))
            return content.FirstOrDefault(static m => m.Bare.StartsWith("multipart/", StringComparison.Ordinal)) ?? content[0];
        if (parameter == typeof(Stream))
            return content.FirstOrDefault(static m => !m.IsJson && m.Bare is not (Form or Multipart)) ?? content[0];
        var json = content.FirstOrDefault(static m => m.Bare is "application/json" or "text/json") ?? content.FirstOrDefault(static m => m.Bare.EndsWith("+json", StringComparison.Ordinal));
        return json ?? content.FirstOrDefault(static m => m.IsJson && m.Bare != "*/*") ?? Named(Form) ?? content.FirstOrDefault(static m => m.Bare.StartsWith("text/", StringComparison.Ordinal)) ?? content[0];
    }
}
