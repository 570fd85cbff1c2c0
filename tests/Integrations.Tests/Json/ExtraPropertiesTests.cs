using System.Text;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Tests.Json;

public class ExtraPropertiesTests
{
    [Fact]
    public void Names_and_values_keep_their_order_and_values_can_be_replaced_and_removed()
    {
        var extra = new ExtraProperties();
        for (var i = 0; i < 20; i++)
        {
            extra.Set($"p{i}", i);
        }
        extra.Set("p3", "three");
        extra.Set("p4", (string?)null);
        extra.Set("p5", true);
        extra.Set("p6", 1.5m);

        Assert.True(extra.Remove("p0"));
        Assert.False(extra.Remove("p0"));
        Assert.Equal(19, extra.Count);
        Assert.Equal(Enumerable.Range(1, 19).Select(i => $"p{i}"), extra.Keys);
        Assert.Equal("three", extra["p3"].GetString());
        Assert.Equal(JsonValueKind.Null, extra["p4"].ValueKind);
        Assert.Equal(19, extra["p19"].GetInt32());
        Assert.True(extra.TryGetRaw("p6", out var raw));
        Assert.Equal("1.5", Encoding.UTF8.GetString(raw.Span));
        Assert.Throws<KeyNotFoundException>(() => extra["none"]);
        Assert.Throws<ArgumentException>(() => extra.Add("p1", extra["p2"]));
        Assert.Throws<ArgumentException>(() => extra["p1"] = default);
    }

    [Fact]
    public void Its_text_shows_no_values()
    {
        var extra = new ExtraProperties();
        extra.Set("name", "s3cret");
        Assert.Equal("1 extra property", extra.ToString());
    }

    [Fact]
    public void Many_unknown_properties_cost_no_more_than_their_number()
    {
        var text = new StringBuilder("""{"kind":"x" """);
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"u{i}\":1");
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(100_000, JsonModel.Parse<Golden.Storefront.Payment>(text.Append('}').ToString()).AdditionalProperties.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
    }

    [Fact]
    public void Optional_knows_unset_null_and_value()
    {
        Optional<string?> unset = default, none = null, some = "x";

        Assert.False(unset.HasValue);
        Assert.True(none.IsSet);
        Assert.Equal("x", some.Value);
        Assert.Throws<InvalidOperationException>(() => unset.Value);
        Assert.Null(unset.ValueOrDefault);
        Assert.Equal("y", unset.GetValueOrDefault("y"));
        Assert.NotEqual(unset, none);
        Assert.True(some == "x");
        Assert.Equal(Optional<string?>.Unset, unset);
        Assert.Equal(["(unset)", "null", "x"], [unset.ToString(), none.ToString(), some.ToString()]);
    }
}
