using System.Collections.Concurrent;
using System.Text.Json;
using System.Text;
using Integrations.Testing.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integrations.Documents;

/// <summary>
/// A server on the loopback address that is what a document says: it holds every request against the document, and answers with the document's examples
/// or with instances of its schemas.
/// </summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private readonly WebApplication _app;
    private readonly RawDocument _document;
    private readonly PathMatcher[] _matchers;
    private readonly RequestChecker _checker;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private DocumentServer(RawDocument document, WebApplication app)
    {
        _document = document;
        _app = app;
        _matchers = [.. document.Operations.Select(static o => new PathMatcher(o)).OrderByDescending(static m => m.Literals)];
        _checker = new RequestChecker(document);
    }

    /// <summary>A path before every path of the document.</summary>
    public const string BasePath = "/base";

    /// <summary>Its address.</summary>
    public Uri Address => new(_app.Urls.First() + BasePath);

    /// <summary>The token that requests must carry, or null.</summary>
    public string? BearerToken { get; set; }

    /// <summary>How answers are made.</summary>
    public AnswerOptions Answers { get; set; } = new(1);

    /// <summary>The operation that is called: it decides between templates that say the same.</summary>
    public RawOperation? Expected { get; set; }

    /// <summary>Starts a server.</summary>
    public static async Task<DocumentServer> StartAsync(RawDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static o =>
        {
            // Documents have operations whose every argument together is more than a request line usually may be.
            o.Limits.MaxRequestBodySize = null;
            o.Limits.MaxRequestLineSize = 1 << 20;
            o.Limits.MaxRequestBufferSize = 1 << 21;
        });
        var app = builder.Build();
        var server = new DocumentServer(document, app);
        app.Run(server.AnswerAsync);
        await app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>The requests since the last call.</summary>
    public IReadOnlyList<SeenRequest> Take()
    {
        var seen = new List<SeenRequest>();
        while (_seen.TryDequeue(out var request))
            seen.Add(request);
        return seen;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var parts = target.Split('?', 2);
        var matcher = Match(context.Request.Method, parts[0], out var path);
        var seen = new SeenRequest(target, matcher?.Operation) { ContentType = context.Request.ContentType ?? "" };
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        seen.Body = body.ToArray();
        if (matcher is null)
        {
            seen.Violations.Add($"{context.Request.Method} {target} is no operation");
            _seen.Enqueue(seen);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Authorization(context.Request, matcher.Operation, seen);
        _checker.Check(
            seen,
            matcher,
            path,
            parts.Length > 1 ? parts[1] : "",
            name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            name => Cookie(context.Request, name));
        var status = new AnswerMaker(_document, Answers).Make(seen, context.Request.Headers.Accept.ToString());
        if (seen.Answered is { } media)
        {
            context.Response.ContentType = media.Name.Contains('*', StringComparison.Ordinal) ? media.IsJson ? "application/json" : "application/octet-stream" : media.Name;
            if (seen.Json is not null || media.IsJson)
                seen.Answer = Encoding.UTF8.GetBytes(Answers.UseExamples && seen.Json is not null ? seen.Json.ToJsonString(s_indented) : seen.Json?.ToJsonString() ?? "null");
        }
        _seen.Enqueue(seen);
        context.Response.StatusCode = status;
        if (seen.Answered is not null)
            await context.Response.Body.WriteAsync(seen.Answer, context.RequestAborted).ConfigureAwait(false);
    }

    private PathMatcher? Match(string method, string target, out string[] path)
    {
        PathMatcher? best = null;
        path = [];
        if (!target.StartsWith(BasePath, StringComparison.Ordinal))
            return null;
        foreach (var matcher in _matchers)
        {
            if (matcher.Operation.Method != method || best is not null && (matcher.Literals < best.Literals || !ReferenceEquals(matcher.Operation, Expected)))
                continue;
            if (matcher.Match(target[BasePath.Length..]) is not { } values)
                continue;
            (best, path) = (matcher, values);
        }
        return best;
    }

    private void Authorization(HttpRequest request, RawOperation operation, SeenRequest seen)
    {
        if (BearerToken is null)
            return;
        var sent = request.Headers.Authorization.ToString();
        if (operation.Anonymous && sent.Length > 0)
            seen.Violations.Add("header: credentials were sent to an operation that takes none");
        var none = operation.Anonymous || (operation.AnonymousToo && sent.Length == 0);
        if (!none && sent != "Bearer " + BearerToken)
            seen.Violations.Add("header: the token is missing");
    }

    private static string? Cookie(HttpRequest request, string name) => request.Headers.Cookie.ToString()
        .Split(';', StringSplitOptions.TrimEntries)
        .Where(c => c.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(c => c[(name.Length + 1)..])
        .FirstOrDefault();
}
