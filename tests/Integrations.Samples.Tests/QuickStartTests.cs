namespace Integrations.Samples.Tests;

public sealed class QuickStartTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_client_copes_with_every_mood_of_the_shop()
    {
        var run = await SampleProcess.RunAsync("QuickStart", s_limit);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("All as expected.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task A_shop_that_never_recovers_fails_the_program_and_says_which_expectation()
    {
        var run = await SampleProcess.RunAsync("QuickStart", s_limit, "--sabotage");

        Assert.True(run.ExitCode == 1, run.Output);
        Assert.Contains("The shop is well again: every call is answered (10 calls,", run.Output, StringComparison.Ordinal);
    }
}
