using Integrations.Testing.Documents;

namespace Integrations.Testing;

/// <summary>Makes fakes of APIs, so that code that uses a client is tested without a network.</summary>
public static class FakeApi
{
    /// <summary>Makes a fake from a document, in JSON or YAML.</summary>
    /// <typeparam name="TClient">The client that is to talk to it.</typeparam>
    /// <param name="path">The document: as it is, else relative to the folder of the test's assembly.</param>
    /// <returns>The fake.</returns>
    /// <exception cref="FileNotFoundException">There is no such file in either place.</exception>
    /// <exception cref="InvalidDataException">The file is no document.</exception>
    public static FakeApi<TClient> For<TClient>(string path)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var beside = Path.Combine(AppContext.BaseDirectory, path);
        var file = File.Exists(path) ? path : beside;
        if (!File.Exists(file))
            throw new FileNotFoundException($"The document '{path}' is neither in the current folder nor in '{AppContext.BaseDirectory}'. Copy it there: <None Include=\"{path}\" CopyToOutputDirectory=\"PreserveNewest\" />.", path);
        return new FakeApi<TClient>(RawDocument.Of(File.ReadAllBytes(file)));
    }

    /// <summary>Makes a fake from a document, in JSON or YAML.</summary>
    /// <typeparam name="TClient">The client that is to talk to it.</typeparam>
    /// <param name="document">The document; read to its end and left open.</param>
    /// <returns>The fake.</returns>
    /// <exception cref="InvalidDataException">The stream is no document.</exception>
    public static FakeApi<TClient> For<TClient>(Stream document)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(document);
        using var copy = new MemoryStream();
        document.CopyTo(copy);
        return new FakeApi<TClient>(RawDocument.Of(copy.ToArray()));
    }
}
