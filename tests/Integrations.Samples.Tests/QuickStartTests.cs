using Integrations.Tests.Shared;

namespace Integrations.Samples.Tests;

public sealed class QuickStartTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_client_copes_with_every_mood_of_the_shop_and_keeps_what_it_learns_in_the_users_data_folder()
    {
        var home = Directory.CreateTempSubdirectory("quickstart-").FullName;
        try
        {
            // The data folder of each platform. Nothing is configured: it is SQLite.
            var run = await GoodRunThenSabotageAsync(new() { ["HOME"] = home, ["XDG_DATA_HOME"] = home, ["LOCALAPPDATA"] = home });
            var file = Assert.Single(Directory.GetFiles(home, "*.db", SearchOption.AllDirectories));
            Assert.Contains("Kept for the next run in SQLite, " + file, run.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task With_a_connection_string_it_keeps_what_it_learns_in_PostgreSQL()
    {
        await using var server = await PostgresServer.StartAsync();
        var run = await GoodRunThenSabotageAsync(new() { ["ConnectionStrings__Notebook"] = await server.CreateDatabaseAsync() });
        Assert.Contains("Kept for the next run in PostgreSQL.", run.Output, StringComparison.Ordinal);
    }

    private static async Task<SampleProcess> GoodRunThenSabotageAsync(Dictionary<string, string> environment)
    {
        var run = await SampleProcess.RunAsync("QuickStart", s_limit, environment);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("The notebook is empty: this is the first run.", run.Output, StringComparison.Ordinal);
        Assert.Contains("All as expected.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);

        // A shop that never recovers fails the program, which says which expectation; and it remembers the run before.
        var next = await SampleProcess.RunAsync("QuickStart", s_limit, environment, "--sabotage");

        Assert.True(next.ExitCode == 1, next.Output);
        Assert.Contains("The shop is well again: every call is answered (10 calls,", next.Output, StringComparison.Ordinal);
        Assert.Matches(@"Last run, .* UTC: 7\d calls, 8\d requests, 2 orders \(lamp 49\.00, mug 8\.00\); all as expected\.", next.Output);
        return run;
    }
}
