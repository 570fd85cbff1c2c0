namespace Integrations;

/// <summary>How long a call and each of its attempts may take. A call that takes longer throws <see cref="ApiTimeoutException"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TimeoutAttribute : PolicyAttribute
{
    internal double? Total { get; private set; }

    internal double? Attempt { get; private set; }

    internal double? StreamIdle { get; private set; }

    /// <summary>Seconds for the whole call, with all attempts and the waits between them. Configuration: <c>Timeout:TotalSeconds</c>.</summary>
    /// <value>Default: 30. Range: above 0, up to 86400 (a day).</value>
    public double TotalSeconds { get => Total ?? 30; set => Total = value; }

    /// <summary>
    /// Seconds for one attempt: authentication, sending, the answer and its body (of a stream only the headers). Configuration:
    /// <c>Timeout:AttemptSeconds</c>.
    /// </summary>
    /// <value>Default: 10. Range: above 0, up to 86400 (a day).</value>
    public double AttemptSeconds { get => Attempt ?? 10; set => Attempt = value; }

    /// <summary>Seconds that one read of a streamed response may wait for the next bytes. Configuration: <c>Timeout:StreamIdleSeconds</c>.</summary>
    /// <value>Default: 60. Range: above 0, up to 86400 (a day).</value>
    public double StreamIdleSeconds { get => StreamIdle ?? 60; set => StreamIdle = value; }
}
