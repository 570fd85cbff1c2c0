using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Features;

public sealed class WebhookTests
{
    [Fact]
    public async Task Payloads_are_found_by_name_and_read()
    {
        var run = Feature.Project("webhooks.yaml", """
            foreach (var row in WebhooksWebhooks.All)
                log.Add($"{row.Name} {row.Method} {row.Id} {row.PayloadType?.Name} {row.Operation} {row.Address}");
            var created = (OrderCreatedWebhook)WebhooksWebhooks.All[0].Read("{\"id\":7,\"event\":{\"kind\":\"k\"}}"u8)!;
            log.Add($"{created.Id} {created.Event?.Kind}");
            log.Add(((List<Event>)WebhooksWebhooks.All[1].Read("[{\"kind\":\"a\"}]"u8)!)[0].Kind);
            try { WebhooksWebhooks.All[0].Read("{}"u8); } catch (System.Text.Json.JsonException) { log.Add("refused"); }
            try { WebhooksWebhooks.All[2].Read("{}"u8); } catch (NotSupportedException) { log.Add("none"); }
            """).Run();
        var log = await Feature.LiveAsync(run, static _ => Task.CompletedTask);
        Assert.Equal(
        [
            "order.created POST orderCreated OrderCreatedWebhook  ",
            "many POST  List`1  ",
            "ping GET    ",
            "event POST  Event POST /subscriptions {$request.body#/url}",
            "receipt PUT  SubscribeEventCallbackReceiptCallback POST {$request.body#/url} {$response.body#/receipt}",
            "7 k", "a", "refused", "none",
        ], log);
    }

    [Theory]
    [InlineData("webhooks", "", true)]
    [InlineData("webhooks", "Operations = [\"subscribe\"]", false)]
    [InlineData("webhooks", "Operations = [\"!GET /none*\", \"webhook:order.*\"]", true)]
    [InlineData("webhooks", "Operations = [\"webhook:order.*\"]", true)]
    [InlineData("webhooks", "Operations = [\"webhook:*\", \"!webhook:order.created\"]", false)]
    [InlineData("x-webhooks", "", false)]
    [InlineData("x-webhooks", "Operations = [\"*\", \"webhook:*\"]", true)]
    public void Webhooks_belong_to_the_whole_document_or_to_their_pattern(string section, string operations, bool expected)
    {
        var document = Feature.Text("webhooks.yaml").Replace("\nwebhooks:", "\n" + section + ":", StringComparison.Ordinal);
        var run = TestProject.Of($"""
            namespace MyApp;

            /// <summary>A client.</summary>
            [OpenApiClient("specs/webhooks.yaml"{(operations.Length == 0 ? "" : ", " + operations)})]
            public sealed partial class FeatureClient;
            """).WithDocument("specs/webhooks.yaml", document).Run(operations.Contains("none", StringComparison.Ordinal) ? ["INT1004"] : []);
        Assert.Equal(expected, string.Concat(run.Files.Values).Contains("class OrderCreatedWebhook", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pattern_of_webhooks_that_matches_none_says_which_there_are()
    {
        var run = TestProject.Of("""
            namespace MyApp;

            /// <summary>A client.</summary>
            [OpenApiClient("specs/webhooks.yaml", Operations = ["subscribe", "webhook:order.creatd"])]
            public sealed partial class FeatureClient;
            """).WithDocument("specs/webhooks.yaml", Feature.Text("webhooks.yaml")).Run("INT1004");
        Assert.Contains("webhook:order.created", run.Single("INT1004").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_that_leads_back_to_itself_ends()
    {
        var document = Feature.Text("webhooks.yaml")
            .Replace("        event:\n", "        again: { $ref: '#/components/callbacks/again' }\n        event:\n", StringComparison.Ordinal)
            .Replace("components:\n", "components:\n  callbacks:\n    again:\n      '{$url}':\n        post:\n          responses: { '200': { description: Thanks. } }\n          callbacks: { more: { $ref: '#/components/callbacks/again' } }\n", StringComparison.Ordinal);
        var run = Feature.Project("webhooks.yaml").WithDocument("specs/webhooks.yaml", document).Run();
        Assert.Contains("\"again\", \"POST\"", string.Concat(run.Files.Values), StringComparison.Ordinal);
    }
}
