using System.Reflection;
using Integrations.Documents;
using Integrations.Testing.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>A client as a host makes it, over the loopback address.</summary>
internal sealed class ClientHost : IAsyncDisposable
{
    public const string Token = "a-token-of-tests";

    private readonly ServiceProvider _services;
    private readonly object _client;

    private ClientHost(ServiceProvider services, object client)
    {
        _services = services;
        _client = client;
    }

    public static ClientHost Start(LoadedClient client, DocumentServer server)
    {
        server.BearerToken = Token;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Integrations:Corpus:BaseAddress"] = server.Address.ToString(),
            ["Integrations:Corpus:Auth:Token"] = Token,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        var type = client.Assembly.GetType(CorpusProject.RootNamespace + ".CorpusClient", throwOnError: true)!;
        typeof(IntegrationsBuilder).GetMethod(nameof(IntegrationsBuilder.AddClient))!.MakeGenericMethod(type).Invoke(IntegrationsBuilder.For(services, configuration), null);
        var provider = services.BuildServiceProvider();
        return new ClientHost(provider, provider.GetRequiredService(type));
    }

    /// <summary>The client or its group that has an operation.</summary>
    public object Target(OperationMethod method)
    {
        if (method.Declaring.IsInstanceOfType(_client))
            return _client;
        return _client.GetType().GetProperties().Single(p => p.PropertyType == method.Declaring).GetValue(_client)!;
    }

    /// <summary>Calls a method and waits; null where it gives nothing.</summary>
    public async Task<(Type? Type, object? Value)> CallAsync(OperationMethod method, bool response, object?[] arguments)
    {
        var called = response ? method.Response ?? method.Call : method.Call;
        object? result;
        try
        {
            result = called.Invoke(Target(method), [.. arguments, CancellationToken.None]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException("The call threw before it had a task: " + e.InnerException!.Message, e.InnerException);
        }
        if (result is not Task task)
            return (called.ReturnType, await Items.AllAsync(called.ReturnType.GetGenericArguments()[0], result!));
        await task;
        if (!called.ReturnType.IsGenericType)
            return (null, null);
        var type = called.ReturnType.GetGenericArguments()[0];
        return (type, typeof(Task<>).MakeGenericType(type).GetProperty("Result")!.GetValue(task));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
