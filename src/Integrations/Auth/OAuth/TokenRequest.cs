using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Integrations.Auth.OAuth;

/// <summary>One request to a token endpoint (RFC 6749, section 4.4), and what it answered.</summary>
internal static class TokenRequest
{
    private const int MaxBytes = 1 << 20;
    private static readonly TimeSpan s_assumed = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_earliest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    /// <exception cref="TokenException">There is no token.</exception>
    public static async Task<Token> SendAsync(TokenTransport transport, Uri endpoint, ClientCredentials credentials, OAuth2ClientAuthentication method, string scopes, string? audience)
    {
        var time = transport.Time;
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(s_patience, time);
        using var request = Message(endpoint, credentials, method, scopes, audience);
        try
        {
            using var response = await transport.Invoker.SendAsync(request, patience.Token).WaitAsync(patience.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, patience.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                var code = body is null ? null : Error(body);
                throw new TokenException($"answered {(int)response.StatusCode}{(code is null ? "" : $" ({code})")}", response.StatusCode);
            }
            return body is not null && Parse(body, out var token, out var type, out var seconds) && IsUsable(token)
                ? type is null || type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                    ? Make(token, credentials, seconds is { } s ? TimeSpan.FromSeconds(Math.Clamp(s, 0, 365 * 86400d)) : s_assumed, started, transport)
                    : throw new TokenException("gave a token of another type than Bearer", response.StatusCode)
                : throw new TokenException("gave no token in its answer", response.StatusCode);
        }
        catch (OperationCanceledException)
        {
            throw new TokenException("did not answer in time", null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new TokenException("could not be reached", null, exception);
        }
    }

    private static HttpRequestMessage Message(Uri endpoint, ClientCredentials credentials, OAuth2ClientAuthentication method, string scopes, string? audience)
    {
        var body = new StringBuilder("grant_type=client_credentials");
        Add(body, "scope", scopes);
        Add(body, "audience", audience);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        if (method == OAuth2ClientAuthentication.Post)
        {
            Add(body, "client_id", credentials.Id);
            Add(body, "client_secret", credentials.Secret);
        }
        else
        {
            // Both parts are form-encoded first (RFC 6749, section 2.3.1).
            var pair = WebUtility.UrlEncode(credentials.Id) + ":" + WebUtility.UrlEncode(credentials.Secret);
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return request;
    }

    private static void Add(StringBuilder body, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            body.Append('&').Append(name).Append('=').Append(WebUtility.UrlEncode(value));
        }
    }

    /// <returns>Null where it is too large.</returns>
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                body.Write(buffer, 0, count);
                if (body.Length > MaxBytes)
                {
                    return null;
                }
            }
            return body.ToArray();
        }
    }

    /// <summary>Renewed in the last fifth of its life, five minutes before its end at most, at a random time so that not all processes come at once.</summary>
    private static Token Make(string token, ClientCredentials owner, TimeSpan life, long started, TokenTransport transport)
    {
        var early = life / 5 < s_earliest ? life / 5 : s_earliest;
        var renew = life - (early * (0.5 + (0.5 * transport.Random())));
        return new Token("Bearer " + token, owner, started, After(renew), After(life));

        long After(TimeSpan span) => started + (long)(span.TotalSeconds * transport.Time.TimestampFrequency);
    }

    /// <summary>Whether it can stand in a header (RFC 6750, section 2.1, and what servers give beyond it).</summary>
    private static bool IsUsable(string token) => token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static bool Parse(ReadOnlySpan<byte> json, out string token, out string? type, out double? seconds)
    {
        (token, type, seconds) = ("", null, null);
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isToken, isType, isLife) = (reader.ValueTextEquals("access_token"u8), reader.ValueTextEquals("token_type"u8), reader.ValueTextEquals("expires_in"u8));
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    token = isToken ? reader.GetString()! : token;
                    type = isType ? reader.GetString() : type;
                    seconds = isLife && double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var text) ? text : seconds;
                }
                else if (reader.TokenType == JsonTokenType.Number && isLife && reader.TryGetDouble(out var number))
                {
                    seconds = number;
                }
                reader.Skip();
            }
            return token.Length > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The code of an error (RFC 6749, section 5.2), where it is one of a few words: nothing else of the answer is told.</summary>
    private static string? Error(ReadOnlySpan<byte> json)
    {
        foreach (var code in (ReadOnlySpan<string>)["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope", "temporarily_unavailable", "server_error"])
        {
            if (json.IndexOf(Encoding.ASCII.GetBytes('"' + code + '"')) >= 0)
            {
                return code;
            }
        }
        return null;
    }
}
