using Integrations.Generators.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Features;

/// <summary><c>[Fallback]</c>: methods of every form give values over a real connection, and what does not fit is said at the argument.</summary>
public sealed class FallbackTests
{
    private const string Methods = """
        [Fallback(nameof(CachedThing), Operation = "GET /things/{id}")]
        [Fallback(nameof(ForgetAsync), Operation = "deleteThing")]
        [Fallback(nameof(NoThings), Operation = "listThings")]
        [Fallback(nameof(KeptAsync), Operation = "createThing")]
        [Fallback(nameof(Motto), Operation = "motto")]
        [Fallback("Count", Operation = "count")]
        [CircuitBreaker(Enabled = false)]
        """;

    private const string Members = """
        private readonly List<string> _seen = [];

        private Thing CachedThing(long id, State? state, IReadOnlyList<string>? labels, Exception exception) =>
            new() { Id = id, Name = state + " " + string.Join("+", labels ?? []) + " " + exception.GetType().Name };

        private async Task ForgetAsync(long id, CancellationToken cancellationToken)
        {
            await Task.Yield();
            _seen.Add("forgotten " + id + " " + cancellationToken.CanBeCanceled);
        }

        private static List<MyApp.Api.Thing> NoThings() => [];

        private static ValueTask<Thing> KeptAsync(Thing body, IntegrationException exception, CancellationToken cancellationToken) => new(body);

        private static Task<string> Motto(Exception exception) => Task.FromResult(((ApiException)exception).Status.ToString());

        private int Count() => 7;

        // Another of that name, which does not fit.
        private static int Count(string text) => text.Length;

        /// <summary>What was done.</summary>
        public IReadOnlyList<string> Seen => _seen;
        """;

    [Fact]
    public async Task Methods_of_every_form_give_the_value_of_a_call_that_failed()
    {
        var run = Project(Methods, Members, """
            var policy = new CallOptions { Timeout = TimeSpan.FromSeconds(20) };
            log.Add((await client.Things.GetThingAsync(7, State.Old, ["a", "b"])).Name!);
            log.Add((await client.Things.With(policy).GetThingAsync(8)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await client.Things.DeleteThingAsync(9, new CancellationTokenSource().Token);
            log.Add(client.Seen[0]);
            log.Add((await client.Things.ListThingsAsync()).Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            log.Add((await client.Things.CreateThingAsync(new Thing { Id = 5 })).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            log.Add(await client.Words.MottoAsync());
            log.Add((await client.Words.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var answer = await client.Things.GetThingResponseAsync(7);
            log.Add(answer.IsFallback + " " + answer.IsSuccess + " " + answer.Status + " " + answer.Value!.Id);
            """).Run();
        Caching.AssertUnrelatedEditIsFree(run);
        var log = await Feature.LiveAsync(run, context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        Assert.Equal(["old a+b ApiException", "8", "forgotten 9 True", "0", "5", "ServiceUnavailable", "7", "True False ServiceUnavailable 7"], log);
    }

    [Fact]
    public async Task An_answer_is_not_replaced_nor_an_error_of_the_callers_own()
    {
        var run = Project(Methods, Members, """
            log.Add((await client.Things.GetThingAsync(7)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            try { await client.Things.ListThingsAsync(); }
            catch (ApiException exception) { log.Add(exception.Status.ToString()); }
            """).Run();
        var log = await Feature.LiveAsync(run, context =>
        {
            context.Response.StatusCode = context.Request.Path == "/things" ? 404 : 200;
            return context.Response.WriteAsync("""{"id":70}""");
        });
        Assert.Equal(["70", "NotFound"], log);
    }

    [Fact]
    public void What_connects_them_is_a_file_of_its_own_and_only_what_takes_arguments_keeps_them()
    {
        var run = Project(Methods, Members, "").Run();
        var file = run.Files["Client.MyApp.FeatureClient.Fallbacks.g.cs"];
        Assert.Contains("api.SetFallback<global::MyApp.Api.Thing>(global::MyApp.Api.ThingsOperations.GetThingOperation, Fallback0Async, needsArguments: true);", file, StringComparison.Ordinal);
        Assert.Contains("api.SetEmptyFallback(global::MyApp.Api.ThingsOperations.DeleteThingOperation, Fallback1Async, needsArguments: true);", file, StringComparison.Ordinal);
        Assert.Contains("api.SetFallback<int>(global::MyApp.Api.WordsOperations.CountOperation, Fallback5Async, needsArguments: false);", file, StringComparison.Ordinal);
        var operations = string.Concat(run.Files.Where(static f => f.Key.Contains("Operations", StringComparison.Ordinal)).Select(static f => f.Value));
        Assert.Equal(3, operations.Split(".Arguments = ").Length - 1);
        Assert.DoesNotContain(".Arguments = ", string.Concat(Project("", "", "").Run().Files.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private static Thing Wrong(long id) => new() { Id = id };", "it must be 'Thing Wrong(long id, State? state, IReadOnlyList<string>? labels, Exception exception, CancellationToken cancellationToken)'")]
    [InlineData("private static Thing Wrong(int id, State? state, IReadOnlyList<string>? labels) => new() { Id = id };", "it must be 'Thing Wrong(")]
    [InlineData("private static Thing Wrong(long id, State state, IReadOnlyList<string>? labels) => new() { Id = id };", "it must be 'Thing Wrong(")]
    [InlineData("private static Thing Wrong(long id, State? state, List<string>? labels) => new() { Id = id };", "it must be 'Thing Wrong(")]
    [InlineData("private static Thing Wrong(CancellationToken cancellationToken, Exception exception) => throw exception;", "it must be 'Thing Wrong(")]
    [InlineData("private static List<Thing> Wrong() => [];", "it must be 'Thing Wrong(")]
    [InlineData("private static object Wrong() => new();", "it must be 'Thing Wrong(")]
    [InlineData("private static void Wrong() { }", "it must be 'Thing Wrong(")]
    [InlineData("private static T Wrong<T>() => default!;", "it must be 'Thing Wrong(")]
    [InlineData("private static Thing Wrong(ref long id, State? state, IReadOnlyList<string>? labels) => new() { Id = id };", "it must be 'Thing Wrong(")]
    [InlineData("private static int Wrong => 7;", "'FeatureClient' has no such method")]
    [InlineData("private static Thing Wrng() => new() { Id = 7 };", "'FeatureClient' has no such method (did you mean 'Wrng'?)")]
    public void INT1022_a_method_that_does_not_fit(string member, string why) =>
        Assert.Contains(why, Check("[Fallback(\"Wrong\", Operation = \"getThing\")]", member, "INT1022", "\"Wrong\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("picture", "private static Stream Wrong() => Stream.Null;")]
    [InlineData("events", "private static IAsyncEnumerable<Thing> Wrong() => throw new NotSupportedException();")]
    public void INT1022_what_is_read_bit_by_bit(string operation, string member) =>
        Assert.Contains("bit by bit", Check($"[Fallback(\"Wrong\", Operation = \"{operation}\")]", member, "INT1022", "\"Wrong\""), StringComparison.Ordinal);

    [Fact]
    public void INT1022_a_second_fallback_of_one_operation() =>
        Assert.Contains("has another fallback", Check("[Fallback(\"One\", Operation = \"count\")] [Fallback(\"Two\", Operation = \"GET /count\")]", "private static int One() => 1; private static int Two() => 2;", "INT1022", "\"Two\""), StringComparison.Ordinal);

    [Fact]
    public void INT1008_an_operation_that_the_class_does_not_have() =>
        Check("[Fallback(\"One\", Operation = \"cuont\")]", "private static int One() => 1;", "INT1008", "\"cuont\"");

    [Fact]
    public void INT1007_no_operation() =>
        Check("[Fallback(nameof(One))]", "private static int One() => 1;", "INT1007", "Fallback(nameof(One))");

    [Fact]
    public void INT1009_on_a_class_that_is_no_integration() =>
        Check("", "", "INT1009", "Fallback(\"One\", Operation = \"count\")", more: "[Fallback(\"One\", Operation = \"count\")] internal sealed class Elsewhere;");

    private static string Check(string attributes, string members, string id, string place, string more = "")
    {
        var project = Project(attributes, members, "", more);
        var diagnostic = project.Run(id).Single(id);
        var text = SourceText.From(Assert.Single(project.Sources).Text);
        Assert.Equal(place, text.ToString(diagnostic.Location.SourceSpan));
        return diagnostic.GetMessage();
    }

    private static TestProject Project(string attributes, string members, string body, string more = "")
    {
        var project = Feature.Project("fallback.yaml", body);
        var (path, text) = project.Sources[0];
        text = text.Replace("/// <summary>A client.</summary>", "/// <summary>A client.</summary>\n    " + attributes, StringComparison.Ordinal)
            .Replace("public sealed partial class FeatureClient;", "public sealed partial class FeatureClient\n{\n" + members + "\n}\n" + more, StringComparison.Ordinal)
            .Replace("namespace MyApp\n{", "namespace MyApp\n{\n    using MyApp.Api;\n", StringComparison.Ordinal);
        return project with { Sources = [(path, text)] };
    }
}
