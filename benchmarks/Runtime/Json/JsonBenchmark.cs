using System.Buffers;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Benchmarks.Json;

/// <summary>Emitted reading and writing against System.Text.Json's source generation, on the same classes and the same bytes.</summary>
internal static class JsonBenchmark
{
    private static object? s_sink;

    internal static void Run(int rounds)
    {
        var context = BenchmarkContext.Default;
        var users = Payloads.User();
        Compare<User, ModelCodec<User>>("user", users, context.User, rounds);
        Compare<List<Issue>, ListCodec<Issue, ModelCodec<Issue>>>("issues", Payloads.Issues(12), context.ListIssue, rounds);
        Compare<Repository, ModelCodec<Repository>>("repository (105 properties)", Payloads.Repository(), context.Repository, rounds, shuffle: true);
    }

    private static void Compare<T, TCodec>(string shape, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info, int rounds, bool shuffle = false)
        where TCodec : struct, IJsonCodec<T>
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, info);
        Read<T, TCodec>($"read {shape}, {json.Length:N0} B", json, info, rounds);
        using (var document = JsonDocument.Parse(json))
        {
            var indented = JsonSerializer.SerializeToUtf8Bytes(document.RootElement, s_indented.JsonElement);
            Read<T, TCodec>($"read {shape}, indented", indented, info, rounds);
        }
        if (shuffle)
        {
            Read<T, TCodec>($"read {shape}, shuffled", Payloads.Shuffle(json), info, rounds);
        }

        var output = new ArrayBufferWriter<byte>(json.Length * 2);
        using var writer = new Utf8JsonWriter(output);
        using var buffer = new PooledBuffer(json.Length * 2);
        new Comparison($"write {shape}", rounds)
            .Add("System.Text.Json, fast path", () =>
            {
                output.ResetWrittenCount();
                writer.Reset();
                JsonSerializer.Serialize(writer, value, info);
            })
            .Add("Integrations", () =>
            {
                buffer.Clear();
                Integrations.Json.Json.Write<T, TCodec>(value, buffer);
            })
            .Run();
    }

    private static readonly BenchmarkContext s_indented = new(new JsonSerializerOptions { WriteIndented = true });

    private static void Read<T, TCodec>(string title, byte[] json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info, int rounds)
        where TCodec : struct, IJsonCodec<T> =>
        new Comparison(title, rounds)
            .Add("System.Text.Json, source-generated", () => s_sink = JsonSerializer.Deserialize(json, info))
            .Add("Integrations", () => s_sink = Integrations.Json.Json.Read<T, TCodec>(json))
            .Run();
}
