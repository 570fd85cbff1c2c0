using System.Text;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiRequest
{
    /// <summary>Sets a body that is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">The model; null sends no body.</param>
    /// <param name="mediaType">Its media type.</param>
    public void ModelBody<T>(T? value, string mediaType = "application/json")
        where T : IJsonModel<T> => JsonBody<T, ModelCodec<T>>(value, mediaType);

    /// <summary>Adds a header whose value is JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public void HeaderJson<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            using var buffer = new PooledBuffer(256);
            Json.Json.Write<T, TCodec>(value, buffer);
            HeaderString(name, Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }

    /// <summary>Sets a form body: arrays as repeated fields, what is nested deeper in brackets.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="value">The fields; null sends no body.</param>
    public void FormBody<T, TCodec>(T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        var text = new StringBuilder();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            Field(text, Uri.EscapeDataString(property.Name), property.Value);
        }
        Set(new BytesBody(Encoding.ASCII.GetBytes(text.ToString()), "application/x-www-form-urlencoded"));
    }

    /// <summary>Sets a body that the caller made. It is sent once: a call with it is not retried.</summary>
    /// <param name="content">The body; null sends none.</param>
    public void ContentBody(HttpContent? content)
    {
        if (content is not null)
        {
            Set(new GivenBody(content));
        }
    }

    private static void Field(StringBuilder text, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Field(text, name + "%5B" + Uri.EscapeDataString(property.Name) + "%5D", property.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Field(text, name, item);
                }
                break;
            case JsonValueKind.Null:
                break;
            default:
                text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(ParameterValue.Text(value)));
                break;
        }
    }

    private sealed class GivenBody(HttpContent content) : RequestBody(content.Headers.ContentType?.ToString() ?? "application/octet-stream")
    {
        public override bool CanSendAgain => false;

        protected override HttpContent Create()
        {
            content.Headers.ContentType = null;
            return content;
        }
    }
}
