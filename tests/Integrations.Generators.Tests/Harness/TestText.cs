using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Harness;

/// <summary>An AdditionalFile in memory. It counts how often it is read.</summary>
internal sealed class TestText(string path, SourceText text) : AdditionalText
{
    private int _reads;

    public TestText(string path, string text)
        : this(path, SourceText.From(text, Encoding.UTF8))
    {
    }

    public override string Path { get; } = path;

    public int Reads => _reads;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return text;
    }
}
