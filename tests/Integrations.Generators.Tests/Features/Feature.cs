using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Integrations.Generators.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Integrations.Generators.Tests.Features;

/// <summary>A document of <c>specs/features</c>: generated, compiled strictly, loaded, and called over the loopback interface.</summary>
internal static class Feature
{
    /// <summary>A project with a client of a document, and code that uses it.</summary>
    /// <param name="document">The file's name.</param>
    /// <param name="body">The body of a method that has a <c>client</c> and <c>log</c>, a list of strings.</param>
    public static TestProject Project(string document, string body = "") => (TestProject.Of($$"""
        using System.Collections.Generic;
        using System.IO;
        using System.Text;
        using System.Threading;

        namespace MyApp
        {
            /// <summary>A client.</summary>
            [OpenApiClient("specs/{{document}}", Namespace = "MyApp.Api")]
            public sealed partial class FeatureClient;
        }

        namespace MyApp.Program
        {
            using MyApp.Api;

            /// <summary>The program.</summary>
            public static class Live
            {
                /// <summary>Runs.</summary>
                public static async Task RunAsync(string address, List<string> log)
                {
                    var client = IntegrationClient.Create<FeatureClient>(options => options.BaseAddress = address);
                    await Task.Yield();
                    GC.KeepAlive((client, log, typeof(Stream), typeof(Encoding), typeof(CancellationToken)));
                    {{body}}
                }
            }
        }
        """) with { AssemblyName = "Feature" + Guid.NewGuid().ToString("N") }).WithDocument("specs/" + document, Text(document));

    public static string Text(string document, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../specs/features", document));

    /// <summary>Loads what was compiled and runs it against a server.</summary>
    public static async Task<List<string>> LiveAsync(TestRun run, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        var log = new List<string>();
        await (Task)assembly.GetType("MyApp.Program.Live", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, [app.Urls.First(), log])!;
        return log;
    }
}
