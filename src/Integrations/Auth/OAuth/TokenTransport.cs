using Integrations.Telemetry;

namespace Integrations.Auth.OAuth;

/// <summary>What token requests are made with: the client's own transport without the handlers that users add to calls.</summary>
internal sealed record TokenTransport(HttpMessageInvoker Invoker, TimeProvider Time, Func<double> Random, ClientLog Log);
