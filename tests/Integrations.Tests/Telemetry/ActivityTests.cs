using System.Diagnostics;
using System.Net;
using Integrations.Tests.Support;

namespace Integrations.Tests.Telemetry;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_call_is_one_activity_with_its_template_status_and_resends()
    {
        Activity? stopped = null;
        using var parent = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Integrations",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => stopped = activity.TraceId == parent.TraceId ? activity : stopped,
        };
        ActivitySource.AddActivityListener(listener);
        Activity? inside = null;
        var handler = new StubHandler((index, _, _) =>
        {
            inside = Activity.Current;
            return Task.FromResult(index == 0 ? StubHandler.Status(HttpStatusCode.BadGateway) : StubHandler.Status(HttpStatusCode.NotFound));
        });
        using var response = await Storefront.Over(handler).Products.GetResponseAsync(7);

        Assert.Same(stopped, inside);
        Assert.Same(parent, Activity.Current);
        Assert.Equal(parent.SpanId, stopped!.ParentSpanId);
        Assert.Equal("GET /products/{id}", stopped.DisplayName);
        Assert.Equal(("Storefront", "/products/{id}", 404, 1, "404", ActivityStatusCode.Error),
            (stopped.GetTagItem("integrations.name"), stopped.GetTagItem("url.template"), stopped.GetTagItem("http.response.status_code"), stopped.GetTagItem("http.request.resend_count"), stopped.GetTagItem("error.type"), stopped.Status));
    }

    [Fact]
    public void The_version_that_is_told_is_the_packages() =>
        Assert.Equal(ThisAssembly.Version, typeof(IntegrationClient).Assembly.GetName().Version!.ToString(3));
}
