namespace Integrations.Corpus.Tests;

/// <summary>Tests that each need most of the machine's memory.</summary>
[CollectionDefinition("One at a time", DisableParallelization = true)]
#pragma warning disable CA1052 // xunit wants an instance class
public sealed class OneAtATime;
#pragma warning restore CA1052
