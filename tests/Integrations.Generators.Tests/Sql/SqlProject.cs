using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Sql;

/// <summary>Projects with clients of databases.</summary>
internal static class SqlProject
{
    public static MetadataReference Npgsql { get; } = MetadataReference.CreateFromFile(typeof(global::Npgsql.NpgsqlDataSource).Assembly.Location);

    public static MetadataReference Sqlite { get; } = MetadataReference.CreateFromFile(typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly.Location);

    public static TestProject Of(string source) => TestProject.Of("using System.Collections.Generic;\nusing System.Threading;\n" + source) with { References = [Npgsql, Sqlite] };

    /// <summary>A client with these members.</summary>
    public static TestProject WithMembers(string members, string attributes = "PostgresClient, SqliteClient") => Of($$"""
        namespace MyApp;

        [{{attributes}}]
        internal sealed partial class ShopDatabase
        {
            {{members}}
        }
        """);
}
