using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Integrations.Testing.Documents;

namespace Integrations.Testing;

/// <summary>The part of a fake that knows no client: finds the operation of a request, checks it, keeps it and answers.</summary>
internal sealed class FakeServer
{
    private static readonly AnswerOptions s_answers = new(1, Unknown: false, Text: TextKind.Plain);

    private readonly RawDocument _document;
    private readonly PathMatcher[] _matchers;
    private readonly RequestChecker _checker;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentDictionary<RawOperation, Func<FakeRequest, HttpResponseMessage>> _answers = new(ReferenceEqualityComparer.Instance);

    public FakeServer(RawDocument document)
    {
        _document = document;
        _matchers = [.. document.Operations.Select(static o => new PathMatcher(o)).OrderByDescending(static m => m.Literals)];
        _checker = new RequestChecker(document);
    }

    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    public void Answer(RawOperation operation, Func<FakeRequest, HttpResponseMessage> answer) => _answers[operation] = answer;

    /// <exception cref="ArgumentException">There is none.</exception>
    public RawOperation Find(string operation)
    {
        foreach (var candidate in _document.Operations)
        {
            if (candidate.Id == operation || candidate.Title == operation)
                return candidate;
        }
        throw new ArgumentException($"'{operation}' is no operation of the document; it has {string.Join(", ", _document.Operations.Take(20).Select(static o => o.Id ?? o.Title))}.", nameof(operation));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, string basePath, CancellationToken cancellationToken)
    {
        var target = message.RequestUri!.PathAndQuery;
        var parts = target.Split('?', 2);
        var matcher = Match(message.Method.Method, parts[0], basePath, out var path);
        var operation = matcher?.Operation;
        var request = new FakeRequest(message, target, operation?.Id ?? operation?.Title, operation?.Path);
        var seen = new SeenRequest(target, operation) { ContentType = request.Headers.GetValueOrDefault("Content-Type", "") };
        if (message.Content is not null)
            seen.Body = await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (matcher is null)
        {
            seen.Violations.Add($"{message.Method} {parts[0]} is no operation");
        }
        else
        {
            if (matcher.Operation.Anonymous && request.Headers.ContainsKey("Authorization"))
                seen.Violations.Add("header: credentials were sent to an operation that takes none");
            _checker.Check(seen, matcher, path, parts.Length > 1 ? parts[1] : "", name => request.Headers.GetValueOrDefault(name), name => Cookie(request, name));
        }
        Fill(request, seen);
        var answer = seen.Violations.Count > 0 ? null : Answer(request, seen);
        request.Violations = [.. seen.Violations];
        _requests.Enqueue(request);
        if (request.Violations.Count > 0)
            throw new DocumentViolationException(request);
        answer ??= _answers[operation!](request);
        answer.RequestMessage = message;
        return answer;
    }

    private static void Fill(FakeRequest request, SeenRequest seen)
    {
        request.Body = seen.Body;
        request.Json = seen.Values.GetValueOrDefault("body");
        request.Parameters = seen.Values.Where(static v => v.Key != "body").ToDictionary(static v => v.Key, static v => v.Value, StringComparer.Ordinal);
    }

    /// <summary>The document's answer; null where the test has set one.</summary>
    private HttpResponseMessage? Answer(FakeRequest request, SeenRequest seen)
    {
        if (_answers.ContainsKey(seen.Operation!))
            return null;
        var status = new AnswerMaker(_document, s_answers).Make(seen, request.Headers.GetValueOrDefault("Accept", "*/*"));
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (seen.Answered is { } media)
        {
            response.Content = new ByteArrayContent(media.IsJson ? Encoding.UTF8.GetBytes(seen.Json?.ToJsonString() ?? "null") : seen.Answer);
            var name = !media.Name.Contains('*', StringComparison.Ordinal) ? media.Name : media.IsJson ? "application/json" : "application/octet-stream";
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(name);
        }
        return response;
    }

    private PathMatcher? Match(string method, string target, string basePath, out string[] path)
    {
        path = [];
        if (!target.StartsWith(basePath, StringComparison.Ordinal))
            return null;
        foreach (var matcher in _matchers)
        {
            if (matcher.Operation.Method == method && matcher.Match(target[basePath.Length..]) is { } values)
            {
                path = values;
                return matcher;
            }
        }
        return null;
    }

    private static string? Cookie(FakeRequest request, string name)
    {
        foreach (var pair in request.Headers.GetValueOrDefault("Cookie", "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
                return pair[(name.Length + 1)..];
        }
        return null;
    }
}
