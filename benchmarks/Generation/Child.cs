using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Generation;

/// <summary>One cold measurement in a process of its own; prints <c>milliseconds allocatedMB retainedMB count</c>.</summary>
internal static class Child
{
    public static void Run(string what, string document)
    {
        var folder = Path.GetDirectoryName(document)!;
        var name = Path.GetFileName(document);
        switch (what)
        {
            case "openapi": OpenApi(document); break;
            case "empty": Generate(new Project(folder, ("Client", name, [])), new EmptyGenerator()); break;
            case "slice": Generate(new Project(folder, ("Client", name, Slices.TenOfGitHub)), new Integrations.Generators.IntegrationsGenerator()); break;
            default: Generate(new Project(folder, ("Client", name, [])), new Integrations.Generators.IntegrationsGenerator()); break;
        }
    }

    private static void Generate(Project project, IIncrementalGenerator generator)
    {
        // The compiler is warm when it calls a generator: its own start is not ours.
        project.Driver(new EmptyGenerator()).RunGenerators(project.Compilation);
        _ = project.Compilation.GetDiagnostics();
        var before = Live();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var driver = project.Driver(generator);
        var (jitTime, jitMethods) = (System.Runtime.JitInfo.GetCompilationTime(), System.Runtime.JitInfo.GetCompiledMethodCount());
        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(project.Compilation);
        clock.Stop();
        if (Environment.GetEnvironmentVariable("JIT") is not null)
            Console.Error.WriteLine($"jit {(System.Runtime.JitInfo.GetCompilationTime() - jitTime).TotalMilliseconds:F0} ms, {System.Runtime.JitInfo.GetCompiledMethodCount() - jitMethods} methods");
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var result = driver.GetRunResult();
        var own = driver.GetTimingInfo().GeneratorTimes[0].ElapsedTime;
        if (result.Results[0].Exception is { } exception)
            throw exception;
        var files = result.Results[0].GeneratedSources.Length;
        // What was emitted belongs to the compiler, and so does the text of the document.
        var emitted = result.Results[0].GeneratedSources.Sum(static s => (long)s.SourceText.Length * 2);
        result = null;
        var retained = Live() - before - emitted;
        Print(own.TotalMilliseconds, allocated, retained, files);
        GC.KeepAlive(driver);
        GC.KeepAlive(project);
    }

    private static void OpenApi(string document)
    {
        var bytes = File.ReadAllBytes(document);
        var before = Live();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        using var stream = new MemoryStream(bytes);
        var settings = new OpenApiReaderSettings();
        var result = new OpenApiJsonReader().Read(stream, new Uri("file:///document"), settings);
        clock.Stop();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Print(clock.Elapsed.TotalMilliseconds, allocated, Live() - before, result.Document?.Paths.Count ?? 0);
        GC.KeepAlive(result);
    }

    private static long Live()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Print(double milliseconds, long allocated, long retained, int count)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{milliseconds:F1} {allocated / 1e6:F1} {retained / 1e6:F1} {count}");
        Console.WriteLine(line);
    }
}
