using System.Runtime.CompilerServices;

namespace Integrations.Generators.Tests.Harness;

/// <summary>
/// Compares emitted files with <c>Snapshots/{Class}.{Method}#{file}.verified.cs</c>, by Verify's conventions. A mismatch writes
/// <c>.received.cs</c> beside it; <c>UPDATE_SNAPSHOTS=1</c> accepts. Each also asserts that an unrelated edit is free.
/// </summary>
internal static class Snapshot
{
    public static void Verify(TestRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        Caching.AssertUnrelatedEditIsFree(run);
        Compare(run.Files, Path.Combine(Path.GetDirectoryName(file)!, "Snapshots"), Path.GetFileNameWithoutExtension(file) + "." + method);
    }

    internal static void Compare(IReadOnlyDictionary<string, string> files, string folder, string test)
    {
        var update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";
        Directory.CreateDirectory(folder);
        var stale = Directory.GetFiles(folder, test + "#*.verified.cs").ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (hint, text) in files)
        {
            var stem = Path.Combine(folder, test + "#" + hint.Replace('/', '.').Replace(".g.cs", "", StringComparison.Ordinal));
            var verified = stem + ".verified.cs";
            stale.Remove(verified);
            if (File.Exists(verified) && File.ReadAllText(verified) == text)
            {
                File.Delete(stem + ".received.cs");
                continue;
            }
            File.WriteAllText(update ? verified : stem + ".received.cs", text);
            wrong.Add(verified);
        }
        foreach (var path in stale)
        {
            if (update)
                File.Delete(path);
            wrong.Add(path + " (no longer emitted)");
        }
        if (wrong.Count > 0 && !update)
            Assert.Fail("Emitted files differ from their snapshots (see .received.cs; UPDATE_SNAPSHOTS=1 accepts):\n" + string.Join('\n', wrong));
    }
}
