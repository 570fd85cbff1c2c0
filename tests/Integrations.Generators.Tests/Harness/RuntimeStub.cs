// The part of the runtime that emitted code calls, without behaviour: what tests compile against until src/Integrations has it.
#nullable enable
#pragma warning disable CS1591, CS9113, CS0649, CS8618
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Integrations.Http;
using Integrations.Json;

namespace Integrations
{
    public abstract class AuthAttribute : Attribute { public string? Operation { get; set; } }
    public abstract class PolicyAttribute : Attribute { public string? Operation { get; set; } }
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class OpenApiClientAttribute(string document) : Attribute
    {
        public string Document { get; } = document;
        public string[] Operations { get; set; } = [];
        public string? Name { get; set; }
        public string? Namespace { get; set; }
    }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class BearerAuthAttribute : AuthAttribute;
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class ApiKeyAuthAttribute(string name) : AuthAttribute { public string Name { get; } = name; }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class RetryAttribute : PolicyAttribute { public int MaxAttempts { get; set; } }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class TimeoutAttribute : PolicyAttribute { public double TotalSeconds { get; set; } public double AttemptSeconds { get; set; } }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class CircuitBreakerAttribute : PolicyAttribute { public double FailureRatio { get; set; } public int MinimumThroughput { get; set; } public double BreakSeconds { get; set; } }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class RateLimitAttribute(int permits) : PolicyAttribute { public int Permits { get; } = permits; public double PerSeconds { get; set; } }
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class HealthCheckAttribute(string operation) : PolicyAttribute { public string Probe { get; } = operation; }

    public sealed class OperationDescriptor(string method, string path, string? operationId, string? tag)
    {
        public bool Anonymous { get; init; }
        public bool AllowEmpty { get; init; }
        public string? Accept { get; init; }
        public ErrorMap? Errors { get; init; }
    }
    public sealed class ErrorMap { public ErrorMap Json<T, TCodec>(string status) where TCodec : struct, IJsonCodec<T> => this; public ErrorMap Model<T>(string status) where T : IJsonModel<T> => this; }
    public class ApiResponse;
    public sealed class ApiResponse<T> : ApiResponse;
    public sealed class IntegrationDefinition(string name)
    {
        public string? BaseAddress { get; init; }
        public IReadOnlyList<AuthAttribute> Auth { get; init; } = [];
        public IReadOnlyList<PolicyAttribute> Policies { get; init; } = [];
        public IReadOnlyList<OperationDescriptor> Operations { get; init; } = [];
    }
    public interface IIntegrationClient<TSelf> where TSelf : class, IIntegrationClient<TSelf>
    {
        static abstract IntegrationDefinition Definition { get; }
        static abstract TSelf Create(ApiClient api, IServiceProvider services);
    }
    public interface IIntegrationModule { static abstract void Register(IntegrationsBuilder builder); }
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    public sealed class IntegrationModuleAttribute(Type module) : Attribute { public Type Module { get; } = module; }
    public sealed class IntegrationsBuilder
    {
        public static IntegrationsBuilder For(Microsoft.Extensions.DependencyInjection.IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) => new();
        public IntegrationsBuilder AddModule<TModule>() where TModule : IIntegrationModule => this;
        public IntegrationsBuilder AddClient<TClient>() where TClient : class, IIntegrationClient<TClient> => this;
        public IntegrationsBuilder AddService<TClient, TService>(Func<TClient, TService> select) where TClient : class, IIntegrationClient<TClient> where TService : class => this;
    }
}

namespace Integrations.Http
{
    public enum ParameterStyle { Simple, Label, Matrix, Form, SpaceDelimited, PipeDelimited, DeepObject }
    public ref struct UrlBuilder(string literal)
    {
        public void Literal(string text) { }
        public void PathString(string name, string value) { }
        public void PathInt64(string name, long value) { }
        public void PathInt32(string name, int value) { }
        public void PathValue<T, TCodec>(string name, T value, ParameterStyle style, bool explode) where TCodec : struct, IJsonCodec<T> { }
        public void QueryString(string name, string? value) { }
        public void QueryInt32(string name, int? value) { }
        public void QueryInt64(string name, long? value) { }
        public void QueryBoolean(string name, bool? value) { }
        public void QueryValue<T, TCodec>(string name, T? value, ParameterStyle style, bool explode, bool allowReserved = false) where TCodec : struct, IJsonCodec<T> { }
    }
    public sealed class ApiRequest
    {
        public ApiRequest(OperationDescriptor operation, ref UrlBuilder url) { }
        public void HeaderString(string name, string? value) { }
        public void ModelBody<T>(T value, string? mediaType = null) where T : IJsonModel<T> { }
        public void JsonBody<T, TCodec>(T value, string? mediaType = null) where TCodec : struct, IJsonCodec<T> { }
    }
    public sealed class ApiClient
    {
        public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
        public Task<ApiResponse> SendResponseAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
        public Task<T> SendAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken) where TCodec : struct, IJsonCodec<T> => throw new NotSupportedException();
        public Task<ApiResponse<T>> SendResponseAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken) where TCodec : struct, IJsonCodec<T> => throw new NotSupportedException();
        public Task<T> SendModelAsync<T>(ApiRequest request, CancellationToken cancellationToken) where T : IJsonModel<T> => throw new NotSupportedException();
        public Task<ApiResponse<T>> SendModelResponseAsync<T>(ApiRequest request, CancellationToken cancellationToken) where T : IJsonModel<T> => throw new NotSupportedException();
        public Task<string> SendTextAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
        public Task<ApiResponse<string>> SendTextResponseAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
        public Task<Stream> SendStreamAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
        public Task<ApiResponse<Stream>> SendStreamResponseAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
