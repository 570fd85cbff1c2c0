using System.Globalization;
using System.Text;
using Integrations.Auth;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>A secret driven through every way to authenticate and every failure, by a server that says it back: nothing that is logged, traced, measured or thrown has it.</summary>
internal static class Canary
{
    private const string Secret = "c4n4ry-7f3e9a51";

    private static readonly string[] s_faults =
    [
        "ok", "400", "401", "403", "404", "409", "422", "429", "429 later", "500", "502", "503", "another type", "no json", "not closed", "cut", "too large",
        "redirect here", "redirect elsewhere", "slow", "reset", "refused", "no such host", "no TLS", "cancelled",
    ];

    private static readonly string[] s_tokenFaults = ["400", "401", "500", "503", "redirect", "line breaks", "no json", "cut"];

    public static async Task<int> RunAsync()
    {
        await using var server = await CanaryServer.StartAsync(Secret);
        using var recorder = new Recorder();
        using var logs = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Secret);
        var kinds = new (string Name, Func<Action<ClientOptions>, Func<CancellationToken, Task>> Client, Action<ClientOptions> Secrets)[]
        {
            ("bearer", Call<BearerCanaryClient>, static o => o.Settings["Auth:Token"] = Secret),
            ("bearer, from a file", Call<BearerCanaryClient>, o => o.Settings["Auth:TokenFile"] = file),
            ("bearer, from a vault", Call<BearerCanaryClient>, static o => o.SecretSource = new Vault()),
            ("basic", Call<BasicCanaryClient>, static o => (o.Settings["Auth:Username"], o.Settings["Auth:Password"]) = ("user", Secret)),
            ("key in a header", Call<HeaderKeyCanaryClient>, static o => o.Settings["Auth:Key"] = Secret),
            ("key in the query", Call<QueryKeyCanaryClient>, static o => o.Settings["Auth:Key"] = Secret),
            ("key in a cookie", Call<CookieKeyCanaryClient>, static o => o.Settings["Auth:Key"] = Secret),
            ("client credentials, basic", Call<BasicTokenCanaryClient>, static o => (o.Settings["Auth:ClientId"], o.Settings["Auth:ClientSecret"]) = ("id", Secret)),
            ("client credentials, post", Call<PostTokenCanaryClient>, static o => (o.Settings["Auth:ClientId"], o.Settings["Auth:ClientSecret"]) = ("id", Secret)),
            ("signer", Call<SignerCanaryClient>, static o => o.Authenticators.Add(new Signer())),
        };
        var calls = 0;
        foreach (var (_, client, secrets) in kinds)
        {
            foreach (var fault in s_faults)
            {
                server.Fault = fault;
                await CallAsync(client(options => Set(options, secrets, fault)), fault);
            }
            server.Fault = "ok";
            // Secrets that cannot be sent, and addresses that hold one.
            await CallAsync(client(options => { Set(options, secrets, "ok"); Spoil(options); }), "a secret with line breaks");
            await CallAsync(client(options => { Set(options, secrets, "ok"); options.BaseAddress = $"http://user:{Secret}@127.0.0.1:1/"; }), "an address with a secret");
            await CallAsync(client(options => { Set(options, secrets, "ok"); options.BaseAddress = $"http://127.0.0.1:1/?key={Secret}"; }), "a query in the address");
        }
        foreach (var (name, client, secrets) in kinds.Where(static kind => kind.Name.StartsWith("client credentials", StringComparison.Ordinal)))
        {
            foreach (var fault in s_tokenFaults)
            {
                server.TokenFault = fault;
                await CallAsync(client(options => Set(options, secrets, "ok")), name + fault);
            }
        }
        File.Delete(file);

        Console.WriteLine($"Canary: {kinds.Length} ways to authenticate, {calls} calls, of which {server.Carried} requests brought the secret to the server");
        Console.WriteLine("| where | texts | with the secret |");
        Console.WriteLine("|---|---|---|");
        var hits = 0;
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Secret));
        foreach (var (where, texts) in recorder.Told.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            var found = texts.Where(text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase) || text.Contains(encoded, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(encoded), StringComparison.Ordinal)).ToList();
            hits += found.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {where} | {texts.Count} | {found.Count} |"));
            foreach (var text in found.Take(3))
            {
                Console.Error.WriteLine($"{where}: {text}");
            }
        }
        var complete = server.Carried > 0 && recorder.Told.All(static pair => !pair.Value.IsEmpty);
        return hits == 0 && complete ? 0 : 2;

        void Set(ClientOptions options, Action<ClientOptions> secrets, string fault)
        {
            options.LoggerFactory = logs;
            options.BaseAddress = fault switch
            {
                "refused" => "http://127.0.0.1:1",
                "no such host" => "https://nowhere.invalid",
                "no TLS" => server.Address.Replace("http://", "https://", StringComparison.Ordinal),
                _ => server.Address,
            };
            options.MaxResponseBytes = 100_000;
            options.Settings["Auth:TokenEndpoint"] = server.Address + "/token";
            options.Policies.Add(new TimeoutAttribute { TotalSeconds = 2, AttemptSeconds = 0.5 });
            secrets(options);
        }

        static void Spoil(ClientOptions options)
        {
            foreach (var key in options.Settings.Keys.Where(static key => key is "Auth:Token" or "Auth:Password" or "Auth:Key" or "Auth:ClientSecret").ToList())
            {
                options.Settings[key] = Secret + "\r\nX-Evil: 1";
            }
        }

        async Task CallAsync(Func<CancellationToken, Task> call, string fault)
        {
            // Often enough for the breaker to open.
            for (var i = 0; i < (fault is "slow" or "no such host" ? 1 : 12); i++)
            {
                calls++;
                try
                {
                    await call(new CancellationToken(fault == "cancelled"));
                }
                catch (Exception exception)
                {
                    recorder.Exception(exception);
                }
            }
        }

        Func<CancellationToken, Task> Call<TClient>(Action<ClientOptions> configure)
            where TClient : class, IIntegrationClient<TClient>
        {
            TClient? client = null;
            ClientOptions? made = null;
            return async cancellationToken =>
            {
                client ??= IntegrationClient.Create<TClient>(options => configure(made = options));
                recorder.Told["ToString"].Add($"{client} {client.Api} {made} {TClient.Definition}");
                using var raw = await client.SendRawJsonAsync(HttpMethod.Get, "/items/7", null, cancellationToken);
                recorder.Told["ToString"].Add(raw.ToString() ?? "");
                await GetItemAsync(client, cancellationToken);
            };
        }
    }

    private static Task<Faults.Item> GetItemAsync(object client, CancellationToken cancellationToken) => client switch
    {
        BearerCanaryClient bearer => bearer.GetItemAsync(7, cancellationToken),
        BasicCanaryClient basic => basic.GetItemAsync(7, cancellationToken),
        HeaderKeyCanaryClient header => header.GetItemAsync(7, cancellationToken),
        QueryKeyCanaryClient query => query.GetItemAsync(7, cancellationToken),
        CookieKeyCanaryClient cookie => cookie.GetItemAsync(7, cancellationToken),
        BasicTokenCanaryClient token => token.GetItemAsync(7, cancellationToken),
        PostTokenCanaryClient token => token.GetItemAsync(7, cancellationToken),
        SignerCanaryClient signer => signer.GetItemAsync(7, cancellationToken),
        _ => throw new ArgumentException("There is no such client.", nameof(client)),
    };

    private sealed class Vault : ISecretSource
    {
        public ValueTask<string?> GetSecretAsync(string integration, string key, CancellationToken cancellationToken) => new(Secret);
    }

    private sealed class Signer : IRequestAuthenticator
    {
        public async ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
        {
            var hash = Convert.ToHexString(await RequestBodyHash.Sha256Async(request, operation, cancellationToken));
            request.Headers.TryAddWithoutValidation("Authorization", $"HMAC {Secret}:{hash}");
        }
    }
}
