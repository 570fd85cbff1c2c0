using Integrations.Generators.Checks;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>Reads what the user wrote on a class with <c>[PostgresClient]</c> or <c>[SqliteClient]</c>.</summary>
internal static class SqlDeclarationReader
{
    private const string NpgsqlType = "Npgsql.NpgsqlDataSource";
    private const string SqliteType = "Microsoft.Data.Sqlite.SqliteConnection";

    /// <summary>What is emitted for a class (null where no part can be), and what is checked of it.</summary>
    /// <param name="context">The class, found by one of its attributes.</param>
    /// <param name="isSqlite">Whether that is <c>[SqliteClient]</c>; a class with both is read by the other.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static (SqlDeclaration? Declaration, SqlCheck Check)? Read(GeneratorAttributeSyntaxContext context, bool isSqlite, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            return null;
        var attributes = AttributeOrder.Of(type);
        var postgres = Find(attributes, "PostgresClientAttribute");
        var sqlite = Find(attributes, "SqliteClientAttribute");
        if ((isSqlite && postgres is not null) || (isSqlite ? sqlite : postgres) is not { } attribute || !IsOn(attribute, context.TargetNode))
            return null;
        var problems = new List<DiagnosticModel>();
        var fullName = SymbolNames.Of(type);
        if (ClassShape.Obstacle(type) is { } obstacle)
        {
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.Shape, ArgumentPlace.Of(type), type.Name, obstacle));
            return (null, new SqlCheck(fullName, "", ArgumentPlace.Of(type), [], EquatableArray.From(problems)));
        }
        var stated = Name(attribute) ?? (sqlite is null ? null : Name(sqlite));
        if (stated is not null && !IntegrationNames.IsName(stated))
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.InvalidArgument, ArgumentPlace.Named(attribute, "Name", type, cancellationToken), "Name", "must be an identifier, for it is a configuration key"));
        var integration = IntegrationNames.Of(type.Name, stated);
        if (stated is null && integration == type.Name && integration.Length > "Database".Length && integration.EndsWith("Database", StringComparison.Ordinal))
            integration = integration.Substring(0, integration.Length - "Database".Length);
        var isPartial = ClassShape.IsPartial(type, cancellationToken);
        if (!isPartial)
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.NotPartial, ArgumentPlace.Of(type), type.Name));
        var compilation = context.SemanticModel.Compilation;
        var hasPostgres = HasDriver(postgres, NpgsqlType, "Npgsql", "PostgresClient");
        var hasSqlite = HasDriver(sqlite, SqliteType, "Microsoft.Data.Sqlite", "SqliteClient");
        var methods = new List<SqlMethodDeclaration>();
        var places = new List<SqlMethodPlaces>();
        foreach (var (method, sql) in Methods(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SqlMethodReader.Obstacle(method) is var (what, remedy))
            {
                problems.Add(DeclarationProblems.Of(SqlDescriptors.Method, DeclarationProblems.Place(method.Locations[0]), method.Name, what, remedy));
                continue;
            }
            methods.Add(SqlMethodReader.Read(method, sql, compilation, problems, cancellationToken));
            places.Add(SqlMethodReader.Places(method, sql, type, cancellationToken));
        }
        var migrations = Find(attributes, "MigrationsAttribute");
        var postgresSchema = Schema(postgres, sqlite, migrations, false);
        var sqliteSchema = Schema(sqlite, postgres, migrations, true);
        var check = new SqlCheck(
            fullName, integration, ArgumentPlace.Of(attribute, type, cancellationToken), EquatableArray.From(places), EquatableArray.From(problems),
            SchemaPlace(postgres, postgresSchema), SchemaPlace(sqlite, sqliteSchema));
        if (!isPartial)
            return (null, check);
        var policies = new List<string>();
        foreach (var policy in attributes)
        {
            if (AttributeKinds.Of(policy.AttributeClass) == AttributeKind.Policy && AttributeExpression.Write(policy) is { } expression)
                policies.Add(expression);
        }
        return (
            new SqlDeclaration(
                SymbolNames.Of(type.ContainingNamespace),
                type.Name,
                type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
                integration,
                hasPostgres,
                hasSqlite,
                ConstructorReader.Read(type, cancellationToken),
                EquatableArray.From(policies),
                EquatableArray.From(methods),
                postgresSchema,
                sqliteSchema),
            check);

        PlaceModel? SchemaPlace(AttributeData? engine, SqlCatalogKey? key) => key is null ? null
            : !key.IsPattern ? ArgumentPlace.Named(engine!, "Schema", type, cancellationToken)
            : key.IsSqlite && Text(migrations!, "Sqlite") is not null ? ArgumentPlace.Named(migrations!, "Sqlite", type, cancellationToken)
            : ArgumentPlace.Positional(migrations!, type, cancellationToken);

        bool HasDriver(AttributeData? wanted, string driver, string package, string name)
        {
            if (wanted is null)
                return false;
            if (compilation.GetTypeByMetadataName(driver) is not null)
                return true;
            problems.Add(DeclarationProblems.Of(SqlDescriptors.Driver, ArgumentPlace.Of(wanted, type, cancellationToken), type.Name, package, name));
            return false;
        }
    }

    private static List<(IMethodSymbol Method, AttributeData Sql)> Methods(INamedTypeSymbol type)
    {
        var methods = new List<(IMethodSymbol, AttributeData)>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && Find([.. method.GetAttributes()], "SqlAttribute") is { } sql)
                methods.Add((method, sql));
        }
        // The order of a class's parts is the build's.
        if (type.DeclaringSyntaxReferences.Length > 1)
            methods.Sort(static (left, right) => Compare(left.Item1.Locations[0], right.Item1.Locations[0]));
        return methods;
    }

    private static int Compare(Location left, Location right)
    {
        var byFile = string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath);
        return byFile != 0 ? byFile : left.SourceSpan.Start.CompareTo(right.SourceSpan.Start);
    }

    private static AttributeData? Find(AttributeData[] attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name)
                return attribute;
        }
        return null;
    }

    private static string? Name(AttributeData attribute) => Text(attribute, "Name");

    private static string? Text(AttributeData attribute, string key)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == key && argument.Value.Value is string text)
                return text;
        }
        return null;
    }

    /// <summary>What an engine's statements are checked against: its schema, else the migrations.</summary>
    private static SqlCatalogKey? Schema(AttributeData? engine, AttributeData? other, AttributeData? migrations, bool isSqlite)
    {
        if (engine is null)
            return null;
        if (Text(engine, "Schema") is { } file)
            return new SqlCatalogKey(isSqlite, false, DocumentPath.Normalize(file.Trim()));
        if (migrations is null)
            return null;
        var files = migrations.ConstructorArguments.Length > 0 ? migrations.ConstructorArguments[0].Value as string : null;
        var own = Text(migrations, "Sqlite");
        var (pattern, others) = isSqlite ? (own ?? files, files) : (files, own);
        return pattern is null ? null : new SqlCatalogKey(isSqlite, true, DocumentPath.Normalize(pattern.Trim()), other is null || own is null ? null : others);
    }

    private static bool IsOn(AttributeData attribute, SyntaxNode node) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == node.SyntaxTree && node.FullSpan.Contains(reference.Span);
}
