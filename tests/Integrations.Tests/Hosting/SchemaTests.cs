using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integrations.Hosting;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Integrations.Tests.Hosting;

/// <summary>The schema of <c>appsettings.json</c> says what the readers read: neither less nor more, with the same ranges and defaults.</summary>
public sealed class SchemaTests
{
    private const string Section = "Integrations:Shop:";
    private static readonly OperationDescriptor s_get = new("GET", "/x", "get") { Server = "https://{region}.example.com" };
    private readonly JsonObject _schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ConfigurationSchema.json")))!.AsObject();

    [Fact]
    public void Every_key_that_is_read_is_in_the_schema_and_none_beside()
    {
        var read = Read();
        var known = new SortedSet<string>(Leaves(Definition("integrationsClient"), ""), StringComparer.Ordinal);
        Assert.Equal(known, new SortedSet<string>(read.Select(Wild), StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_instance_cannot_be_called_is_what_the_schema_has_at_the_top()
    {
        var keys = new[] { "integrationsClient", "integrationsDatabase" }.SelectMany(kind => Definition(kind)["properties"]!.AsObject()).Select(pair => pair.Key).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(keys, InstanceNames.Keys.Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(Definition("integrationsClient")["properties"], Definition("integrationsInstance")["properties"]));
        Assert.True(JsonNode.DeepEquals(Definition("integrationsDatabase")["properties"], Definition("integrationsDatabaseInstance")["properties"]));
    }

    /// <summary>Policies are read by one reader for every kind; these are of no use to a database.</summary>
    [Fact]
    public void Every_key_that_is_read_of_a_database_is_in_the_schema_and_none_beside()
    {
        var configuration = new Noting();
        configuration.Values[Section + "Operations:GetAsync:Retry:MaxAttempts"] = "2";
        ReadDatabase(configuration);
        // The password is read for each connection, the file where it is named.
        configuration.Values[Section + "ConnectionStringFile"] = configuration.Values[Section + "PasswordFile"] = "/nowhere";
        ReadDatabase(configuration);
        var read = configuration.Asked.Keys.Where(static key => key.StartsWith(Section, StringComparison.Ordinal)).Select(static key => Wild(key[Section.Length..]))
            .Where(static key => !s_onlyHttp.Any(other => (":" + key).Contains(":" + other, StringComparison.Ordinal)));
        Assert.Equal(new SortedSet<string>(Leaves(Definition("integrationsDatabase"), ""), StringComparer.Ordinal), new SortedSet<string>(read, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DatabaseNumbers))]
    public void Ranges_of_a_database_are_those_of_its_reader(string key) => CheckRange("integrationsDatabase", key, static configuration => ReadDatabase(configuration).Problems.Count == 0);

    public static TheoryData<string> DatabaseNumbers => NumbersOf("integrationsDatabase");

    private static readonly string[] s_onlyHttp = ["Hedging:", "RateLimit:", "ConcurrencyLimit:", "Timeout:StreamIdleSeconds", "Retry:ThrottledDelayMilliseconds", "Retry:IdempotencyKey"];

    private static Sql.SqlSettings ReadDatabase(IConfiguration configuration) => Sql.SqlSettings.Read(
        new IntegrationDefinition("Shop") { Operations = [new OperationDescriptor("SELECT", "t", "GetAsync")] },
        [SqlEngine.Postgres, SqlEngine.Sqlite],
        new IntegrationSource(new("Shop"), configuration, new Dictionary<string, string?>()),
        new SqlOptions(),
        new ServiceCollection().BuildServiceProvider(),
        out _);

    public static TheoryData<string> Numbers => NumbersOf("integrationsClient");

    private static TheoryData<string> NumbersOf(string kind)
    {
        var test = new SchemaTests();
        return [.. Leaves(test._schema, test.Definition(kind), "").Where(leaf => !leaf.Path.StartsWith("Operations", StringComparison.Ordinal) && leaf.Schema["maximum"] is not null).Select(leaf => leaf.Path)];
    }

    /// <summary>What is at the edge of a range is taken, what is beyond is refused: where the range of one of them changes, this fails.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Ranges_are_those_of_the_readers(string key) => CheckRange("integrationsClient", key, IsTaken);

    private void CheckRange(string kind, string key, Func<IConfiguration, bool> read)
    {
        var schema = Leaves(_schema, Definition(kind), "").Single(leaf => leaf.Path == key).Schema;
        var (high, whole) = ((double)schema["maximum"]!, (string)schema["type"]! == "integer");
        var isOpen = schema["exclusiveMinimum"] is not null;
        var low = (double)(schema["minimum"] ?? schema["exclusiveMinimum"])!;
        Assert.True(IsTaken(high));
        Assert.False(IsTaken(high + 1));
        Assert.Equal(!isOpen, IsTaken(low));
        Assert.False(IsTaken(low - (whole ? 1 : 0.0001)));
        Assert.Equal(!whole, IsTaken(low + 0.0005));
        Assert.True(IsTaken((double)schema["default"]!));

        bool IsTaken(double value) =>
            read(new ConfigurationBuilder().AddInMemoryCollection([new(Section + key, value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))]).Build());
    }

    private static bool IsTaken(IConfiguration configuration)
    {
        var definition = new IntegrationDefinition("Shop") { BaseAddress = "https://shop.example.com" };
        var api = ClientFactory.Create(definition, new ClientOptions { Configuration = configuration }, new ServiceCollection().BuildServiceProvider(), out var owned);
        owned.Dispose();
        return api.Settings.Problems.Count == 0;
    }

    /// <summary>Makes a client that has everything, and notes each key that it asks for.</summary>
    private static HashSet<string> Read()
    {
        var configuration = new Noting();
        // Limits and hedging are read where something gives them; operations and servers where there are some.
        configuration.Values[Section + "Operations:get:Retry:MaxAttempts"] = "2";
        var definition = new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://shop.example.com",
            Operations = [s_get],
            Variables = [new("region", "eu")],
            Policies = [new RateLimitAttribute(5), new ConcurrencyLimitAttribute(5), new HedgingAttribute(), new RateLimitAttribute(5) { Operation = "get" }, new ConcurrencyLimitAttribute(5) { Operation = "get" }, new HedgingAttribute { Operation = "get" }],
            Auth = [new BearerAuthAttribute(), new BasicAuthAttribute(), new ApiKeyAuthAttribute("X-Key"), new OAuth2ClientCredentialsAttribute { TokenEndpoint = "https://auth.example.com" }],
            Servers = [new PublicAddressesOnlyAttribute()],
            HealthCheck = new HealthCheckAttribute("GET /health"),
        };
        var api = ClientFactory.Create(definition, new ClientOptions { Configuration = configuration, PrimaryHandler = new StubHandler(_ => StubHandler.Status(System.Net.HttpStatusCode.OK)) }, new ServiceCollection().BuildServiceProvider(), out var owned);
        // Some are read by calls only.
        configuration.Values[Section + "Auth:ClientId"] = configuration.Values[Section + "Auth:ClientSecret"] = "c";
        configuration.Values[Section + "Auth:Token"] = configuration.Values[Section + "Auth:Username"] = configuration.Values[Section + "Auth:Password"] = configuration.Values[Section + "Auth:Key"] = "s";
        var credentials = global::Integrations.Auth.ConfiguredAuthenticator.From(definition.Auth[3], definition, new IntegrationSource(new("Shop"), configuration, new Dictionary<string, string?>()), new(new HttpMessageInvoker(new StubHandler(_ => StubHandler.Status(System.Net.HttpStatusCode.OK))), TimeProvider.System, () => 0, api.Log));
        credentials.Validate([], null);
        Assert.ThrowsAnyAsync<Exception>(() => credentials.AuthenticateAsync(new HttpRequestMessage(), s_get, default).AsTask()).GetAwaiter().GetResult();
        owned.Dispose();
        return [.. configuration.Asked.Keys.Where(key => key.StartsWith(Section, StringComparison.Ordinal)).Select(key => key[Section.Length..])];
    }

    private IEnumerable<string> Leaves(JsonObject schema, string path) => Leaves(_schema, schema, path).Select(leaf => leaf.Path);

    private static IEnumerable<(string Path, JsonObject Schema)> Leaves(JsonObject root, JsonObject schema, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = root["definitions"]![((string)reference!)["#/definitions/".Length..]]!.AsObject();
        }
        if (schema["type"] is not JsonValue type || (string)type! != "object")
        {
            yield return (path, schema);
            yield break;
        }
        var prefix = path.Length == 0 ? "" : path + ":";
        foreach (var (name, property) in schema["properties"]!.AsObject())
        {
            foreach (var leaf in Leaves(root, property!.AsObject(), prefix + name))
            {
                yield return leaf;
            }
        }
        // By names that only the project knows; an integration's own are its instances.
        if (path is "Servers" or "ServerVariables" or "Operations")
        {
            foreach (var leaf in Leaves(root, schema["additionalProperties"]!.AsObject(), prefix + "*"))
            {
                yield return leaf;
            }
        }
    }

    private JsonObject Definition(string name) => _schema["definitions"]![name]!.AsObject();

    private static string Wild(string key)
    {
        var parts = key.Split(':');
        if (parts[0] is "Servers" or "ServerVariables" or "Operations")
        {
            parts[1] = "*";
        }
        return string.Join(':', parts);
    }

    /// <summary>Configuration that notes the keys it is asked for; sections that are only listed are no keys.</summary>
    private sealed class Noting : IConfiguration
    {
        public Dictionary<string, string?> Values { get; } = [];

        public ConcurrentDictionary<string, bool> Asked { get; } = [];

        public string? this[string key]
        {
            get
            {
                Asked[key] = true;
                return Values.GetValueOrDefault(key);
            }
            set => throw new NotSupportedException();
        }

        public IEnumerable<IConfigurationSection> GetChildren() => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => new CancellationChangeToken(default);

        public IConfigurationSection GetSection(string key) => new ConfigurationBuilder().AddInMemoryCollection(Values).Build().GetSection(key);
    }
}
