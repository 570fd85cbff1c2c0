using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class SwaggerFileTests
{
    [Fact]
    public async Task Files_of_2_0_are_sent_as_parts_and_received_as_streams()
    {
        var run = Feature.Project("swagger-2.0-files.json", """
            await client.UploadAsync(7, new UploadRequest { File = FilePart.FromText("content", "a.txt"), Tags = ["x", "y"], Title = "t" });
            await client.AttachAsync(new AttachRequest { Attachment = FilePart.FromText("b", "b.txt") });
            using (var stream = await client.DownloadAsync(7))
                log.Add(await new StreamReader(stream).ReadToEndAsync());
            using (var stream = await client.ExportAsync())
                log.Add(await new StreamReader(stream).ReadToEndAsync());
            try { await client.DownloadAsync(8); }
            catch (ApiException<Error> exception) { log.Add(exception.Error.Message ?? ""); }
            """).Run();
        var parts = new ConcurrentQueue<string>();
        var log = await Feature.LiveAsync(run, async context =>
        {
            if (context.Request.Method == "GET")
            {
                var missing = context.Request.Path.Value!.EndsWith('8');
                context.Response.StatusCode = missing ? 404 : 200;
                context.Response.ContentType = missing ? "application/json" : "application/octet-stream";
                await context.Response.WriteAsync(missing ? """{"message":"none"}""" : "bytes");
                return;
            }
            var form = await context.Request.ReadFormAsync();
            foreach (var field in form)
                parts.Enqueue($"{field.Key}={string.Join('&', field.Value.ToArray())}");
            foreach (var file in form.Files)
                parts.Enqueue($"{file.Name} {file.FileName} {file.Length}");
            context.Response.StatusCode = 204;
        });
        Assert.Equal(["bytes", "bytes", "none"], log);
        Assert.Equal(["tags=x,y", "title=t", "file a.txt 7", "attachment b.txt 1"], parts);
    }
}
