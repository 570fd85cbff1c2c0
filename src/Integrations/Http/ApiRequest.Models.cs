using System.Text;
using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiRequest
{
    /// <summary>Sets a JSON body that is an emitted class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="value">The value; null sends no body.</param>
    /// <param name="mediaType">Its media type.</param>
    public void ModelBody<T>(T? value, string mediaType = "application/json")
        where T : IJsonModel<T> => JsonBody<T, ModelCodec<T>>(value, mediaType);

    /// <summary>
    /// Sets a body of <c>application/x-www-form-urlencoded</c>: a field per property, repeated for each item of an array; an object within is
    /// written as JSON (OpenAPI 3.1.1, "Encoding Object"), or with a field for each of its leaves where the document says <c>deepObject</c>.
    /// </summary>
    /// <typeparam name="T">Its type, an object.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="value">The value; null sends no body.</param>
    /// <param name="deep">The properties whose style is <c>deepObject</c>.</param>
    public void FormBody<T, TCodec>(T? value, params ReadOnlySpan<string> deep)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        Set(new BytesBody(Encoding.ASCII.GetBytes(UrlBuilder.Form(document.RootElement, deep)), "application/x-www-form-urlencoded"));
    }

    /// <summary>Sets a body of <c>application/x-www-form-urlencoded</c> whose document says how properties are written.</summary>
    /// <typeparam name="T">Its type, an object.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="value">The value; null sends no body.</param>
    /// <param name="encodings">How; other properties are written as by <see cref="FormBody"/>.</param>
    public void EncodedFormBody<T, TCodec>(T? value, params ReadOnlySpan<FormEncoding> encodings)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        Set(new BytesBody(Encoding.ASCII.GetBytes(UrlBuilder.EncodedForm(document.RootElement, encodings)), "application/x-www-form-urlencoded"));
    }

    /// <summary>Sets a body of <c>multipart/form-data</c> that is an emitted class. Its streams are read while they are sent.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="value">The value; null sends no body.</param>
    public void MultipartBody<T>(T? value)
        where T : IMultipartModel<T>
    {
        if (value is not null)
        {
            var body = new MultipartBody();
            T.Write(body, value);
            Set(body.ToBody());
        }
    }

    /// <summary>Sets a body that the caller made. It is sent once: such a call is not retried after it was touched.</summary>
    /// <param name="value">The body; null sends none.</param>
    public void ContentBody(HttpContent? value)
    {
        if (value is not null)
        {
            Body = new CallerBody(value);
        }
    }

    /// <summary>Adds a header whose value is written as JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public void HeaderJson<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T> => HeaderString(name, ParameterValue.Json<T, TCodec>(value));
}
