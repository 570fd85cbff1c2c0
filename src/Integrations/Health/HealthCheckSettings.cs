using Integrations.Hosting;
using Integrations.Http;

namespace Integrations;

/// <summary>How a client is probed, after attribute and configuration are put together.</summary>
internal sealed record HealthCheckSettings(Func<ApiRequest> Request, TimeSpan Interval, TimeSpan Timeout, int FailureThreshold)
{
    /// <summary>What attribute and configuration say; null where there are no probes.</summary>
    public static HealthCheckSettings? Read(IntegrationDefinition definition, SettingsReader reader)
    {
        const string Key = "HealthCheck:Operation";
        var own = definition.HealthCheck;
        var configured = reader.Text(Key);
        var times = HealthCheckTimes.Read(own, reader);
        var settings = new HealthCheckSettings(static () => throw new InvalidOperationException(), times.Interval, times.Timeout, times.FailureThreshold);
        if (!reader.Boolean("HealthCheck:Enabled", own?.On ?? true) || (configured ?? own?.Operation) is not { } text)
        {
            return null;
        }
        var place = configured is null ? $"{definition.Name}: [HealthCheck(\"{text}\")]" : reader.Path(Key);
        try
        {
            return settings with { Request = RequestOf(text, definition) };
        }
        catch (ArgumentException exception)
        {
            reader.Report($"{place} cannot be called: {exception.Message}");
            return null;
        }
    }

    private static Func<ApiRequest> RequestOf(string text, IntegrationDefinition definition)
    {
        var known = definition.Operations.FirstOrDefault(operation => operation.Id == text || operation.Name == text);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (known is null && space < 0)
        {
            throw new ArgumentException("it is neither an operation of the client nor METHOD /path.");
        }
        var (method, path) = known is null ? (text[..space], text[(space + 1)..].Trim()) : (known.Method, known.Path);
        if (method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            throw new ArgumentException("a health check changes nothing, so its method is GET, HEAD or OPTIONS.");
        }
        if (path.Contains('{', StringComparison.Ordinal))
        {
            throw new ArgumentException("nobody knows the values of the parameters in its path; write a path without them.");
        }
        RawRequest.Check(path);
        return known is null ? () => RawRequest.Create(new HttpMethod(method), path, null, "*/*") : () => Known(known);
    }

    private static ApiRequest Known(OperationDescriptor operation)
    {
        var url = new UrlBuilder(operation.Path);
        return new ApiRequest(operation, ref url);
    }
}
