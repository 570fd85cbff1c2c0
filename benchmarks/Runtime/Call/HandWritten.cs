using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Benchmarks.Call;

internal sealed record HandPerson(string Login, long Id, string? AvatarUrl, bool SiteAdmin);

internal sealed record HandLabel(long Id, string Name, string? Color);

internal sealed class HandIssue
{
    public required long Id { get; set; }

    public required int Number { get; set; }

    public required string Title { get; set; }

    public string? Body { get; set; }

    public required string State { get; set; }

    public required bool Locked { get; set; }

    public int? Comments { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? HtmlUrl { get; set; }

    public required HandPerson User { get; set; }

    public required List<HandLabel> Labels { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HandIssue))]
internal sealed partial class HandContext : JsonSerializerContext;

/// <summary>What a careful engineer writes by hand: headers first, then System.Text.Json's generated code over the stream. No resilience at all.</summary>
internal sealed class HandWritten(HttpMessageInvoker http, string token)
{
    private static readonly MediaTypeWithQualityHeaderValue s_json = new("application/json");
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", token);

    public async Task<HandIssue> GetIssueAsync(string owner, string repo, int number, CancellationToken cancellationToken = default)
    {
        using var request = Request(owner, repo, number);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    public HttpRequestMessage Request(string owner, string repo, int number)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"https://api.example.com/v1/repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(repo)}/issues/{number}?expand=true");
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(s_json);
        return request;
    }

    public static async Task<HandIssue> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return (await JsonSerializer.DeserializeAsync(stream, HandContext.Default.HandIssue, cancellationToken).ConfigureAwait(false))!;
        }
    }
}
