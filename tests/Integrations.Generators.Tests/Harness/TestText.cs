using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Harness;

/// <summary>An AdditionalFile in memory. It counts how often it is read.</summary>
internal sealed class TestText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);
    private int _reads;

    public override string Path { get; } = path;

    public int Reads => _reads;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return _text;
    }
}
