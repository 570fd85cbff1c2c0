namespace Integrations.Resilience;

/// <summary>The policies of an operation after attributes, options and configuration are put together.</summary>
internal sealed record PolicySettings(TimeoutSettings Timeout, RetrySettings Retry, BreakerSettings Breaker);

internal sealed record TimeoutSettings(TimeSpan Total, TimeSpan Attempt, TimeSpan StreamIdle);

internal sealed record RetrySettings(int MaxAttempts, TimeSpan Delay, TimeSpan ThrottledDelay, TimeSpan MaxDelay);

internal sealed record BreakerSettings(bool Enabled, double FailureRatio, int MinimumThroughput, TimeSpan Sampling, TimeSpan Break);
