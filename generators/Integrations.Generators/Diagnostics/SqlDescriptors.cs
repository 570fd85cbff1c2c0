using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>Mistakes in clients of databases (INT4xxx), at the place in the statement where there is one.</summary>
internal static class SqlDescriptors
{
    private const string Category = "Integrations.Sql";

    /// <summary>{0}: method, {1}: what is wrong, {2}: remedy.</summary>
    public static readonly DiagnosticDescriptor Method = Error("INT4001", "A method cannot be a statement", "'{0}' {1}; {2}");

    /// <summary>{0}: what is wrong and what to write.</summary>
    public static readonly DiagnosticDescriptor Statement = Error("INT4002", "A statement cannot be read", "{0}");

    /// <summary>{0}: parameter, {1}: method, {2}: what there is.</summary>
    public static readonly DiagnosticDescriptor NoArgument = Error("INT4003", "A parameter of a statement has no argument", "'{0}' is no argument of '{1}', nor a member of one{2}");

    /// <summary>{0}: argument, {1}: method.</summary>
    public static readonly DiagnosticDescriptor NotUsed = new(
        "INT4004", "An argument is not used", "The statement of '{1}' has no parameter '@{0}', so this argument does nothing; use it, or remove it", Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int4004");

    /// <summary>{0}: method, {1}: what is wrong, {2}: remedy.</summary>
    public static readonly DiagnosticDescriptor Type = Error("INT4005", "A type has no form in SQL", "'{0}': {1}; {2}");

    /// <summary>{0}: method, {1}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Columns = Error("INT4006", "The columns do not fit the result", "'{0}': {1}");

    /// <summary>{0}: class, {1}: package, {2}: attribute.</summary>
    public static readonly DiagnosticDescriptor Driver = Error("INT4007", "The driver is not referenced", "[{2}] on '{0}' needs the package {1}: dotnet add package {1}");

    /// <summary>{0}: file, {1}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor File = Error("INT4008", "The file of a statement is not part of the project", "'{0}' {1}");

    /// <summary>{0}: file, {1}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor SchemaFile = Error("INT4009", "The schema is not part of the project", "'{0}' {1}");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor NoTable = Error("INT4010", "There is no such table", "{0}");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor NoColumn = Error("INT4011", "There is no such column", "{0}");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Ambiguous = Error("INT4012", "A name may mean several columns", "{0}");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Mismatch = Error("INT4013", "Types do not fit", "{0}");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Nullability = new(
        "INT4014", "NULL where there must be none", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int4014");

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Counts = Error("INT4015", "Numbers of columns or values do not fit", "{0}");

    /// <summary>{0}: what is not understood.</summary>
    public static readonly DiagnosticDescriptor NotUnderstood = new(
        "INT4016", "A part of a statement is not checked", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: DocumentDescriptors.Help + "int4016");

    /// <summary>{0}: class, {1}: what is wrong and what to do.</summary>
    public static readonly DiagnosticDescriptor Migrations = Error("INT4018", "Migrations cannot be found", "[Migrations] of '{0}': {1}");

    /// <summary>{0}: file, {1}: what is wrong and what to do.</summary>
    public static readonly DiagnosticDescriptor Migration = Error("INT4019", "A file cannot be a migration", "'{0}' {1}");

    /// <summary>Every descriptor.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Method, Statement, NoArgument, NotUsed, Type, Columns, Driver, File, SchemaFile, NoTable, NoColumn, Ambiguous, Mismatch, Nullability, Counts, NotUnderstood, Migrations, Migration];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + id.ToLowerInvariant());
}
