namespace Integrations;

/// <summary>A migration that the history of the database has.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Checksum">The checksum of its text at that time.</param>
/// <param name="AppliedAt">When it began.</param>
/// <param name="Duration">How long it took; zero where an administrator ran a script.</param>
/// <param name="ProductVersion">The version of the program that applied it, or that wrote the script.</param>
public sealed record SqlLandedMigration(string Name, string Checksum, DateTimeOffset AppliedAt, TimeSpan Duration, string ProductVersion);
