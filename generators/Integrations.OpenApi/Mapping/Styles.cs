using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>Styles of parameters, with those that the library does not know.</summary>
internal static class Styles
{
    public static SpecParameterStyle? Of(ParameterStyle? style, IDictionary<string, IOpenApiExtension>? extensions) => extensions.Text(Keys.Style) switch
    {
        "tabDelimited" => SpecParameterStyle.TabDelimited,
        "cookie" => SpecParameterStyle.Cookie,
        _ => style switch
        {
            ParameterStyle.Simple => SpecParameterStyle.Simple,
            ParameterStyle.Label => SpecParameterStyle.Label,
            ParameterStyle.Matrix => SpecParameterStyle.Matrix,
            ParameterStyle.Form => SpecParameterStyle.Form,
            ParameterStyle.SpaceDelimited => SpecParameterStyle.SpaceDelimited,
            ParameterStyle.PipeDelimited => SpecParameterStyle.PipeDelimited,
            ParameterStyle.DeepObject => SpecParameterStyle.DeepObject,
            _ => null,
        },
    };

    public static SpecParameterStyle DefaultOf(SpecParameterIn place) =>
        place is SpecParameterIn.Path or SpecParameterIn.Header ? SpecParameterStyle.Simple : SpecParameterStyle.Form;
}
