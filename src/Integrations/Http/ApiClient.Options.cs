namespace Integrations.Http;

public sealed partial class ApiClient
{
    private CallHeaders? _headers;

    /// <summary>The total timeout of this view's calls, or null.</summary>
    internal TimeSpan? CallTimeout { get; private set; }

    /// <summary>The same client, whose calls do some things differently. Connections, limits, circuit breaker and health are shared.</summary>
    /// <param name="options">What they do differently. What it leaves unset stays as it is.</param>
    /// <returns>The view; cheap to make.</returns>
    /// <exception cref="ArgumentException">A header is not allowed, or the timeout is not positive.</exception>
    public ApiClient With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Timeout is { } timeout && timeout <= TimeSpan.Zero)
        {
            throw new ArgumentException("The timeout of a call must be positive.", nameof(options));
        }
        var view = (ApiClient)MemberwiseClone();
        view.CallTimeout = options.Timeout ?? CallTimeout;
        view._headers = CallHeaders.Of(options, _headers);
        return view;
    }
}
