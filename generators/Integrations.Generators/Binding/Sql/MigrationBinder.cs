using System.Security.Cryptography;
using System.Text;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>From <c>[Migrations]</c> and the project's files to what is emitted.</summary>
internal static class MigrationBinder
{
    private const string NoTransaction = "-- no transaction";

    /// <summary>Binds the migrations of a class.</summary>
    public static MigrationsModel Bind(MigrationsDeclaration declaration, EquatableArray<SqlFileModel> files, EquatableArray<string> alike)
    {
        var problems = new List<MigrationProblem>();
        List<MigrationModel> postgres = declaration.Postgres ? One(declaration, SqlDialect.Postgres, files, problems) : [];
        // What is wrong with files of both engines is said once.
        var repeats = declaration.Postgres && problems.Count > 0 && declaration.SqliteFiles is null;
        List<MigrationModel> sqlite = declaration.Sqlite && !repeats ? One(declaration, SqlDialect.Sqlite, files, problems) : [];
        return new MigrationsModel(
            "Migrations" + ClientHints.Of(declaration.FullName, alike).Substring("Client".Length),
            declaration,
            EquatableArray.From(postgres),
            EquatableArray.From(sqlite),
            EquatableArray.From(problems));
    }

    private static List<MigrationModel> One(MigrationsDeclaration declaration, SqlDialect dialect, EquatableArray<SqlFileModel> files, List<MigrationProblem> problems)
    {
        var isSqlite = dialect == SqlDialect.Sqlite;
        var pattern = isSqlite ? declaration.SqliteFiles ?? declaration.Files : declaration.Files;
        var other = declaration.SqliteFiles is null || !(declaration.Postgres && declaration.Sqlite) ? null : isSqlite ? declaration.Files : declaration.SqliteFiles;
        var found = MigrationFiles.Find(pattern, other, files);
        if (found.Count == 0)
        {
            problems.Add(new MigrationProblem(SqlDescriptors.Migrations.Id, isSqlite, null, new([declaration.ClassName, Nothing(pattern)])));
            return [];
        }
        MigrationOrder.Check(found, isSqlite, problems);
        var migrations = new List<MigrationModel>();
        foreach (var file in found)
        {
            if (Read(file, dialect, problems) is { } migration)
                migrations.Add(migration);
        }
        return migrations;
    }

    private static string Nothing(string pattern) =>
        pattern.Substring(0, pattern.LastIndexOf('/') + 1).Contains('*')
            ? $"'{pattern}' has a * in its folder; it stands for a part of a file's name only"
            : $"no .sql file among the project's AdditionalFiles is '{pattern}'; what lies under migrations/ is there by itself, else add <AdditionalFiles Include=\"{pattern}\" />";

    private static MigrationModel? Read(SqlFileModel file, SqlDialect dialect, List<MigrationProblem> problems)
    {
        var text = file.Text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        var source = new SqlTextSource(text, file with { Text = text }, SqlSpot.Text, 0);
        var count = problems.Count;
        var tokens = SqlLexer.Read(text, dialect, out var fault, isScript: true);
        if (fault is not null)
            Report(SqlDescriptors.Statement.Id, fault.Start, fault.Length, fault.Message);
        var name = MigrationFiles.NameOf(file);
        var statements = SqlScript.Split(text, tokens, dialect);
        if (statements.Count == 0 && fault is null)
            Report(SqlDescriptors.Migration.Id, 0, 0, name, "has no statement; write one, or take the file away");
        var firstLine = text.IndexOf('\n') is var end and >= 0 ? text.Substring(0, end) : text;
        var inTransaction = !string.Equals(firstLine.Trim(), NoTransaction, StringComparison.OrdinalIgnoreCase);
        var places = new List<int>();
        foreach (var (first, last) in statements)
        {
            var token = tokens[first];
            if (token.Kind == SqlTokenKind.Symbol && text[token.Start] == '\\')
                Report(SqlDescriptors.Migration.Id, token.Start, 1, name, "has a command of psql, which no database understands; take it away");
            else if (inTransaction && EndsTransaction(text, tokens, first, last))
                Report(SqlDescriptors.Migration.Id, token.Start, token.Length, name, $"begins or ends a transaction itself, but it has one of its own; take the statement away, or let the first line of the file be '{NoTransaction}'");
            places.Add(token.Start);
            places.Add(tokens[last - 1].End);
        }
        return problems.Count > count ? null : new MigrationModel(name, Checksum(text), text, inTransaction, EquatableArray.From(places));

        void Report(string id, int start, int length, params string[] arguments)
        {
            var problem = source.Problem(id, start, length, arguments);
            problems.Add(new MigrationProblem(id, dialect == SqlDialect.Sqlite, problem.File, problem.Arguments));
        }
    }

    private static bool EndsTransaction(string text, List<SqlToken> tokens, int first, int end)
    {
        var token = tokens[first];
        if (SqlScript.Is(text, token, "rollback"))
        {
            for (var i = first + 1; i < end; i++)
            {
                if (SqlScript.Is(text, tokens[i], "to"))
                    return false;
            }
            return true;
        }
        return SqlScript.Is(text, token, "begin") || SqlScript.Is(text, token, "commit") || SqlScript.Is(text, token, "end") || SqlScript.Is(text, token, "abort")
            || (SqlScript.Is(text, token, "start") && first + 1 < end && SqlScript.Is(text, tokens[first + 1], "transaction"));
    }

    private static string Checksum(string text)
    {
        using var sha = SHA256.Create();
        var digits = new StringBuilder(64);
        foreach (var value in sha.ComputeHash(Encoding.UTF8.GetBytes(text)))
            digits.Append(value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return digits.ToString();
    }
}
