using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class MultipartTests
{
    [Fact]
    public async Task Files_scalars_arrays_and_objects_arrive_as_parts()
    {
        var run = Feature.Project("multipart.yaml", """
            await client.UploadAsync(new UploadRequest
            {
                File = new FilePart(new MemoryStream(Encoding.UTF8.GetBytes("skip-content")) { Position = 5 }, "a\"b.txt", "text/plain"),
                Pages = [new FilePart(new byte[] { 1 }, "1.bin"), new FilePart(new byte[] { 2, 3 })],
                Cover = FilePart.FromText("png"),
                Purpose = UploadRequestPurpose.FineTune,
                Size = 7,
                Ratio = 0.5,
                At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
                Tags = ["x", "y"],
                Codes = [1, 2],
                Settings = new Settings { On = true },
                Expand = ["a", "b"],
                Link = new UploadRequestLink { On = true, At = [4, 5] },
                Rows = [new Settings { On = true }, new Settings { On = false }],
                Hash = [1, 2, 3],
                AB = true,
                Text = "# hé",
            });
            """).Run("INT2007");
        var parts = new ConcurrentQueue<string>();
        await Feature.LiveAsync(run, async context =>
        {
            var form = await context.Request.ReadFormAsync();
            Assert.NotNull(context.Request.ContentLength);
            foreach (var field in form)
                parts.Enqueue($"{field.Key}={string.Join('&', field.Value.ToArray())}");
            foreach (var file in form.Files)
                parts.Enqueue($"{file.Name} {file.FileName} {file.ContentType} {file.Length}");
            context.Response.StatusCode = 204;
        });
        Assert.Equal(
        [
            "purpose=fine-tune", "size=7", "ratio=0.5", "at=2026-03-01T12:00:00Z", "tags=x&y", "codes=1,2", """settings={"on":true}""",
            "expand[0]=a", "expand[1]=b", "link[on]=true", "link[at][0]=4", "link[at][1]=5", """rows={"on":true}&{"on":false}""", "hash=AQID", "a%22b=true", "text=# hé",
            "file a%22b.txt text/plain 7", "pages 1.bin application/octet-stream 1", "pages pages application/octet-stream 2", "cover cover image/png 3",
        ], parts);
    }

    [Fact]
    public void What_has_no_properties_stays_an_HttpContent()
    {
        var run = Feature.Project("multipart.yaml", "GC.KeepAlive((Func<System.Net.Http.HttpContent, CancellationToken, Task>)client.RawAsync);").Run("INT2007");
        Assert.Contains("POST /raw", run.Single("INT2007").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_media_type_that_says_more_has_a_method_and_shares_the_operation()
    {
        var run = Feature.Project("multipart.yaml", """
            log.Add(FeatureClient.Operations.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await client.SeveralAsync(new SeveralRequest { Url = "u" });
            await client.SeveralMultipartAsync(new SeveralMultipartRequest { Url = "u", Image = FilePart.FromText("i") });
            await client.SeveralFromStreamAsync(new MemoryStream([1, 2]));
            await client.GrantAsync(new GrantRequest { Url = "u" });
            await client.GrantFormAsync(new GrantFormRequest { Code = "a b" });
            await client.MaybeAsync();
            await client.MaybeAsync(new MaybeRequest { Alt = "x" });
            """).Run("INT2007");
        Assert.DoesNotContain("SeveralFormAsync", string.Concat(run.Files.Values), StringComparison.Ordinal);
        var received = new ConcurrentQueue<string>();
        var log = await Feature.LiveAsync(run, async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            received.Enqueue($"{context.Request.Path} {context.Request.ContentType?.Split(';')[0]} {(body.StartsWith("--", StringComparison.Ordinal) ? "parts" : body)}");
            context.Response.StatusCode = 204;
        });
        Assert.Equal(["5"], log);
        Assert.Equal(
        [
            """/several application/json {"url":"u"}""", "/several multipart/form-data parts", "/several application/octet-stream \u0001\u0002",
            """/formOrJson application/json {"url":"u"}""", "/formOrJson application/x-www-form-urlencoded code=a%20b", "/optional  ", "/optional multipart/form-data parts",
        ], received);
    }
}
