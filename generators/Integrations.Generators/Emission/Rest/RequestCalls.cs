using Integrations.Generators.Binding;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>The statement that puts one argument into a request.</summary>
internal static class RequestCalls
{
    /// <summary>The argument's type in a signature.</summary>
    public static string ParameterType(ParameterModel parameter) =>
        parameter.Required && !parameter.Nullable ? parameter.Type.Name : parameter.Type.Name + "?";

    public static string Path(ParameterModel parameter, string url)
    {
        var name = CSharpText.Literal(parameter.WireName);
        return parameter.Style == "Simple" && Scalar(parameter, "Path") is { } call
            ? $"{url}.{call.Method}({name}, {call.Value});"
            : $"{url}.PathValue<{Typed(parameter)}>({name}, {parameter.Name}, global::Integrations.ParameterStyle.{parameter.Style}, explode: {Bool(parameter.Explode)});";
    }

    public static string Query(ParameterModel parameter, string url)
    {
        var name = CSharpText.Literal(EscapedName(parameter.WireName));
        if (parameter.JsonContent)
            return $"{url}.QueryJson<{Typed(parameter)}>({name}, {parameter.Name});";
        if (!parameter.AllowReserved && Scalar(parameter, "Query") is { } call)
            return $"{url}.{call.Method}({name}, {call.Value});";
        var reserved = parameter.AllowReserved ? ", allowReserved: true" : "";
        return $"{url}.QueryValue<{Typed(parameter)}>({name}, {parameter.Name}, global::Integrations.ParameterStyle.{parameter.Style}, explode: {Bool(parameter.Explode)}{reserved});";
    }

    public static string Of(ParameterModel parameter, string request, string content)
    {
        var name = CSharpText.Literal(parameter.WireName);
        switch (parameter.Place)
        {
            case ParameterPlace.Body:
                return Body(parameter, request, content);
            case ParameterPlace.Cookie:
                return Scalar(parameter, "Cookie") is { } cookie
                    ? $"{request}.{cookie.Method}({name}, {cookie.Value});"
                    : $"{request}.CookieValue<{Typed(parameter)}>({name}, {parameter.Name}, explode: {Bool(parameter.Explode)});";
            default:
                if (parameter.JsonContent)
                    return $"{request}.HeaderJson<{Typed(parameter)}>({name}, {parameter.Name});";
                return Scalar(parameter, "Header") is { } call
                    ? $"{request}.{call.Method}({name}, {call.Value});"
                    : $"{request}.HeaderValue<{Typed(parameter)}>({name}, {parameter.Name}, explode: {Bool(parameter.Explode)});";
        }
    }

    private static string Body(ParameterModel parameter, string request, string content)
    {
        var (name, codec) = parameter.Required && parameter.Nullable ? WireTypes.Nullable(parameter.Type) : (parameter.Type.Name, parameter.Type.Codec);
        var argument = parameter.Required ? parameter.Name : content;
        var media = parameter.MediaType is { } type ? CSharpText.Literal(type) : "";
        var call = parameter.Body switch
        {
            BodyKind.Json when parameter is { Type.Kind: WireKind.Model } and not { Required: true, Nullable: true } => $"{request}.ModelBody<{name}>({argument}{(parameter.MediaType is null or "application/json" ? "" : ", " + media)});",
            BodyKind.Json => $"{request}.JsonBody<{name}, {codec}>({argument}{(parameter.MediaType is null or "application/json" ? "" : ", " + media)});",
            BodyKind.Form when parameter.Encodings.Count > 0 => $"{request}.EncodedFormBody<{name}, {codec}>({argument}{string.Concat(parameter.Encodings.Select(Encoding))});",
            BodyKind.Form => $"{request}.FormBody<{name}, {codec}>({argument}{string.Concat(parameter.Deep.Select(static d => ", " + CSharpText.Literal(d)))});",
            BodyKind.Multipart => $"{request}.MultipartBody<{name}>({argument});",
            BodyKind.Text => $"{request}.TextBody({argument}, {media});",
            BodyKind.Stream => $"{request}.StreamBody({argument}, {media});",
            _ => $"{request}.ContentBody({argument});",
        };
        return parameter.Required ? call : $"if ({parameter.Name} is {{ }} {content}) {call}";
    }

    private static string Encoding(FormEncodingModel encoding) =>
        $", new global::Integrations.Http.FormEncoding({CSharpText.Literal(encoding.Name)}, global::Integrations.ParameterStyle.{encoding.Style}, {Bool(encoding.Explode)}, {Bool(encoding.AllowReserved)}, {Bool(encoding.Json)})";

    /// <summary>The helper for a scalar, and the expression that it takes; null for what needs a codec.</summary>
    private static (string Method, string Value)? Scalar(ParameterModel parameter, string place) => parameter.Type.Kind switch
    {
        WireKind.StringEnum => (place + "String", parameter.Name + (parameter.Required ? ".Value" : "?.Value")),
        WireKind.IntegerEnum => (place + "Int64", parameter.Name + (parameter.Required ? ".Value" : "?.Value")),
        WireKind.String or WireKind.Boolean or WireKind.Int32 or WireKind.Int64 or WireKind.Single or WireKind.Double or WireKind.Decimal
            or WireKind.DateTimeOffset or WireKind.DateOnly or WireKind.Guid => (place + parameter.Type.Kind, parameter.Name),
        _ => null,
    };

    private static string Typed(ParameterModel parameter)
    {
        var (name, codec) = parameter.Required ? (parameter.Type.Name, parameter.Type.Codec) : Optional(parameter.Type);
        return name + ", " + codec;
    }

    /// <summary>A struct that may be absent needs a codec of its nullable; a class is simply null.</summary>
    private static (string Name, string Codec) Optional(TypeModel type) => type.IsValueType
        ? (type.Name + "?", $"global::Integrations.Json.NullableCodec<{type.Name}, {type.Codec}>")
        : (type.Name, type.Codec);

    /// <summary>The name of a query parameter as it stands in an address.</summary>
    public static string EscapedName(string wire) => Uri.EscapeDataString(Sound(wire));

    private static string Bool(bool value) => value ? "true" : "false";

    /// <summary>Lone surrogates have no UTF-8, and so no percent-encoding.</summary>
    private static string Sound(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return Sound(name.Substring(0, i) + "\ufffd" + name.Substring(i + 1));
        }
        return name;
    }
}
