using Integrations.Json;

namespace Integrations.Tests.Json;

public class DateTests
{
    [Theory]
    [InlineData("2026-01-31T23:59:58Z", "2026-01-31T23:59:58Z")]
    [InlineData("2026-01-31t23:59:58z", "2026-01-31T23:59:58Z")]
    [InlineData("2026-01-31 23:59:58", "2026-01-31T23:59:58Z")]
    [InlineData("2026-01-31T23:59", "2026-01-31T23:59:00Z")]
    [InlineData("2026-01-31T23:59+02:00", "2026-01-31T23:59:00+02:00")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31T23:59:58+0000", "2026-01-31T23:59:58Z")]
    [InlineData("2026-01-31T23:59:58-00:00", "2026-01-31T23:59:58Z")]
    [InlineData("2026-01-31T23:59:58-0330", "2026-01-31T23:59:58-03:30")]
    [InlineData("2026-01-31T23:59:58+02", "2026-01-31T23:59:58+02:00")]
    [InlineData("2026-01-31T23:59:58.120Z", "2026-01-31T23:59:58.12Z")]
    [InlineData("2026-01-31T23:59:58.123456789Z", "2026-01-31T23:59:58.1234567Z")]
    [InlineData("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z")]
    [InlineData("2026-01-31T23:59:58\\u002b02:00", "2026-01-31T23:59:58+02:00")]
    public void A_date_and_time_is_read_generously_and_written_strictly(string text, string written) =>
        Assert.Equal($"\"{written}\"", Text.Write<DateTimeOffset, DateTimeOffsetCodec>(Text.Read<DateTimeOffset, DateTimeOffsetCodec>($"\"{text}\"")));

    [Theory]
    [InlineData("")]
    [InlineData("2026-01")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2026-01-31T")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T23:60:00Z")]
    [InlineData("2026-01-31T23:59:61Z")]
    [InlineData("2026-01-31T23:59:58.Z")]
    [InlineData("2026-01-31T23:59:58+15:00")]
    [InlineData("2026-01-31T23:59:58+1:00")]
    [InlineData("2026-01-31T23:59:58ZZ")]
    [InlineData("2026/01/31")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void What_is_no_date_and_time_is_refused(string text) => Text.Refuses<DateTimeOffset, DateTimeOffsetCodec>($"\"{text}\"");

    [Fact]
    public void Every_date_and_time_comes_back_as_it_was()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841)));
            var back = Text.Read<DateTimeOffset, DateTimeOffsetCodec>(Text.Write<DateTimeOffset, DateTimeOffsetCodec>(value));
            Assert.True(value.EqualsExact(back), $"{value:O} {back:O}");
        }
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31")]
    [InlineData("2026-01-31T23:30:00-05:00", "2026-01-31")]
    public void A_date_is_read_also_of_a_date_and_time(string text, string written) =>
        Assert.Equal($"\"{written}\"", Text.Write<DateOnly, DateOnlyCodec>(Text.Read<DateOnly, DateOnlyCodec>($"\"{text}\"")));

    [Theory]
    [InlineData("13:45", "13:45:00")]
    [InlineData("13:45:30.5Z", "13:45:30.5")]
    [InlineData("23:59:59.9999999", "23:59:59.9999999")]
    public void A_time_of_day_is_read_and_written(string text, string written) =>
        Assert.Equal($"\"{written}\"", Text.Write<TimeOnly, TimeOnlyCodec>(Text.Read<TimeOnly, TimeOnlyCodec>($"\"{text}\"")));

    [Theory]
    [InlineData("P2W", "P14D")]
    [InlineData("P1DT2H30M", "P1DT2H30M")]
    [InlineData("PT36H", "P1DT12H")]
    [InlineData("-PT0.5S", "-PT0.5S")]
    [InlineData("PT0,25S", "PT0.25S")]
    [InlineData("PT0.5H", "PT30M")]
    [InlineData("P0.5D", "PT12H")]
    [InlineData("P0D", "PT0S")]
    [InlineData("PT90S", "PT1M30S")]
    [InlineData("-P10675199DT2H48M5.4775808S", "-P10675199DT2H48M5.4775808S")]
    public void A_duration_is_read_and_written(string text, string written) =>
        Assert.Equal($"\"{written}\"", Text.Write<TimeSpan, TimeSpanCodec>(Text.Read<TimeSpan, TimeSpanCodec>($"\"{text}\"")));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1D")]
    [InlineData("P1H")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5M1S")]
    [InlineData("P1.5DT1H")]
    [InlineData("1D")]
    [InlineData("P1DTT1H")]
    [InlineData("PT1")]
    [InlineData("01:00:00")]
    [InlineData("P10675200D")]
    public void What_is_no_fixed_duration_is_refused(string text) => Text.Refuses<TimeSpan, TimeSpanCodec>($"\"{text}\"");
}
