using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes the emitted part of a client of a database.</summary>
internal static class SqlClientEmitter
{
    private const string Func = "global::System.Func";
    private const string Task = "global::System.Threading.Tasks.Task";

    /// <summary>The text of the file.</summary>
    public static string Emit(SqlClientModel client)
    {
        var declaration = client.Declaration;
        var writer = EmittedFile.Begin("the statements of " + declaration.ClassName, declaration.Namespace);
        var self = "global::" + declaration.FullName;
        var contract = $"{SqlNamesOf.Root}IIntegrationDatabase<{self}>";
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"partial class {declaration.ClassName} : {contract}");
        Members(writer, declaration, contract);
        Definition(writer, client, contract);
        Create(writer, declaration, self, contract);
        Driver(writer, declaration, contract);
        for (var i = 0; i < declaration.Methods.Count; i++)
            Method(writer, declaration.Methods[i], client.Statements[i], i);
        Transactions(writer, declaration);
        Transaction(writer, client);
        Batch(writer, client);
        Statements(writer, client);
        writer.Close();
        return writer.ToString();
    }

    private static void Members(CodeWriter writer, SqlDeclaration declaration, string contract)
    {
        writer.Line($"private {SqlNamesOf.Core}SqlSession _integrationsSession = null!;");
        writer.Line();
        if (declaration.Constructor is null)
        {
            writer.Line($"private {declaration.ClassName}() {{ }}");
            writer.Line();
        }
        Docs.Summary(writer, "The core of its calls: disposing it closes the pool, where no host does.");
        writer.Line($"public {SqlNamesOf.Core}SqlDatabase Database {{ get; private set; }} = null!;");
        writer.Line();
        Docs.Summary(writer, "Runs statements that have no method.");
        writer.Line($"public {SqlNamesOf.Core}SqlSession Sql => _integrationsSession;");
        writer.Line();
        var engines = string.Join(", ", Engines(declaration).Select(static e => $"{SqlNamesOf.Root}SqlEngine.{e}"));
        writer.Line($"static global::System.Collections.Generic.IReadOnlyList<{SqlNamesOf.Root}SqlEngine> {contract}.Engines {{ get; }} = [{engines}];");
        writer.Line();
    }

    // Without a driver there is an error; the rest is emitted as if, so that it stands alone.
    private static IEnumerable<string> Engines(SqlDeclaration declaration)
    {
        if (declaration.Postgres || !declaration.Sqlite)
            yield return "Postgres";
        if (declaration.Sqlite)
            yield return "Sqlite";
    }

    private static void Definition(CodeWriter writer, SqlClientModel client, string contract)
    {
        writer.Line($"private static readonly {SqlNamesOf.Root}OperationDescriptor[] s_integrationsOperations =");
        writer.Line("[");
        writer.Indent();
        for (var i = 0; i < client.Statements.Count; i++)
        {
            var (method, statement) = (client.Declaration.Methods[i], client.Statements[i]);
            writer.Line($"new({CSharpText.Literal(statement.Keyword)}, {CSharpText.Literal(statement.Target)}, {CSharpText.Literal(method.Name.TrimStart('@'))}) {{ Idempotent = {(method.Idempotent ? "true" : "false")} }},");
        }
        writer.Outdent();
        writer.Line("];");
        writer.Line();
        writer.Line($"static {SqlNamesOf.Root}IntegrationDefinition {contract}.Definition {{ get; }} = new({CSharpText.Literal(client.Declaration.Integration)})");
        writer.Open();
        writer.Line($"Policies = [{string.Join(", ", client.Declaration.Policies)}],");
        writer.Line("Operations = s_integrationsOperations,");
        writer.Close("};");
        writer.Line();
    }

    private static void Create(CodeWriter writer, SqlDeclaration declaration, string self, string contract)
    {
        writer.Open($"static {self} {contract}.Create({SqlNamesOf.Core}SqlDatabase database, global::System.IServiceProvider services)");
        var arguments = declaration.Constructor is { } parameters ? string.Join(", ", parameters.Select(Rest.ClientEmitter.Service)) : "";
        writer.Line($"var client = new {self}({arguments});");
        writer.Line("client.Database = database;");
        writer.Line("client._integrationsSession = database.Session;");
        writer.Line("return client;");
        writer.Close();
        writer.Line();
    }

    private static void Driver(CodeWriter writer, SqlDeclaration declaration, string contract)
    {
        var (postgres, sqlite) = ($"{SqlNamesOf.Postgres}.Create(context)", $"{SqlNamesOf.Sqlite}.Create(context)");
        var made = (declaration.Postgres, declaration.Sqlite) switch
        {
            (true, true) => $"context.Engine == {SqlNamesOf.Root}SqlEngine.Postgres ? {postgres} : {sqlite}",
            (true, false) => postgres,
            (false, true) => sqlite,
            _ => "throw new global::System.NotSupportedException()",
        };
        writer.Line($"static {SqlNamesOf.Core}SqlDriver {contract}.CreateDriver({SqlNamesOf.Core}SqlDriverContext context) => {made};");
        writer.Line();
    }

    private static void Method(CodeWriter writer, SqlMethodDeclaration method, SqlStatementModel statement, int index)
    {
        // What does not bind cannot be repeated; the error about it stands alone.
        if (method.ReturnType.IndexOf('\u0001') >= 0 || method.Parameters.Any(static p => p.Type.IndexOf('\u0001') >= 0))
            return;
        var parameters = string.Join(", ", method.Parameters.Select(static p => $"{p.Type} {p.Name}"));
        var body = statement.IsBroken
            ? "throw new global::System.NotSupportedException()"
            : $"IntegrationsStatements.Run{index}(_integrationsSession{string.Concat(method.Parameters.Where(static p => !p.IsToken).Select(static p => ", " + p.Name))}, {method.Parameters.FirstOrDefault(static p => p.IsToken)?.Name ?? "default"})";
        writer.Line($"{method.Accessibility} partial {method.ReturnType} {method.Name}({parameters}) => {body};".TrimStart());
        writer.Line();
    }

    private static void Transactions(CodeWriter writer, SqlDeclaration declaration)
    {
        const string Options = "global::Integrations.SqlTransactionOptions? options = null";
        const string Cancel = SqlNamesOf.Token + " cancellationToken = default";
        foreach (var (generic, result) in new[] { ("", Task), ("<T>", Task + "<T>") })
        {
            writer.Line("/// <summary>Does something in a transaction: commits it where the delegate returns, undoes it where it throws. The typed methods are on the transaction.</summary>");
            if (generic.Length > 0)
                writer.Line("/// <typeparam name=\"T\">The result.</typeparam>");
            writer.Line("/// <param name=\"work\">What is done. It runs again, in a new transaction, where the database could not put concurrent ones in an order.</param>");
            writer.Line("/// <param name=\"options\">How; null for the defaults.</param>");
            writer.Line("/// <param name=\"cancellationToken\">Cancels the beginning.</param>");
            writer.Line("/// <returns>When it is committed.</returns>");
            writer.Line($"public {result} TransactionAsync{generic}({Func}<Transaction, {result}> work, {Options}, {Cancel}) =>");
            writer.Line("    Database.TransactionAsync(static start => new Transaction(start), work, options, cancellationToken);");
            writer.Line();
        }
        Docs.Summary(writer, "Begins a batch: statements that travel together, and of which all or none take effect.");
        writer.Line("public Batch CreateBatch() => new(_integrationsSession);");
        writer.Line();
    }

    private static void Transaction(CodeWriter writer, SqlClientModel client)
    {
        Docs.Summary(writer, "An open transaction of " + client.Declaration.ClassName + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"public sealed class Transaction : {SqlNamesOf.Root}SqlTransaction");
        writer.Line($"internal Transaction({SqlNamesOf.Core}SqlTransactionStart start) : base(start) {{ }}");
        writer.Line();
        for (var i = 0; i < client.Declaration.Methods.Count; i++)
            TransactionMethod(writer, client, i);
        Docs.Summary(writer, "Begins a batch within this transaction.");
        writer.Line("public Batch CreateBatch() => new(Sql);");
        writer.Close();
        writer.Line();
    }

    private static void TransactionMethod(CodeWriter writer, SqlClientModel client, int index)
    {
        var (method, statement) = (client.Declaration.Methods[index], client.Statements[index]);
        if (statement.IsBroken)
            return;
        var token = method.Parameters.FirstOrDefault(static p => p.IsToken)?.Name ?? "cancellationToken";
        var parameters = method.Parameters.Where(static p => !p.IsToken).Select(static p => $"{p.Type} {p.Name}{p.Default}").Concat([$"{SqlNamesOf.Token} {token} = default"]);
        var names = string.Concat(method.Parameters.Where(static p => !p.IsToken).Select(static p => ", " + p.Name));
        writer.Line($"/// <inheritdoc cref=\"{CSharpText.Doc(client.Declaration.ClassName)}\"/>");
        writer.Line($"{(method.Accessibility == "public" ? "public" : "internal")} {method.ReturnType} {method.Name}({string.Join(", ", parameters)}) => IntegrationsStatements.Run{index}(Sql{names}, {token});");
        writer.Line();
    }

    private static void Batch(CodeWriter writer, SqlClientModel client)
    {
        Docs.Summary(writer, "Statements of " + client.Declaration.ClassName + " that travel together.");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"public sealed class Batch : {SqlNamesOf.Root}SqlBatch");
        writer.Line($"internal Batch({SqlNamesOf.Core}SqlSession session) : base(session) {{ }}");
        for (var i = 0; i < client.Declaration.Methods.Count; i++)
        {
            var (method, statement) = (client.Declaration.Methods[i], client.Statements[i]);
            if (statement.IsBroken || !(statement.IsAffected || statement.Result.Kind == SqlResultKind.None))
                continue;
            var parameters = method.Parameters.Where(static p => !p.IsToken).ToList();
            var name = method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name.Length > 5 ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{CSharpText.Doc(client.Declaration.ClassName)}\"/>");
            writer.Open($"{(method.Accessibility == "public" ? "public" : "internal")} Batch {name}({string.Join(", ", parameters.Select(static p => $"{p.Type} {p.Name}{p.Default}"))})");
            if (statement.PostgresArguments.Count + statement.SqliteArguments.Count > 0)
                writer.Line($"IntegrationsStatements.Bind{i}(Add(IntegrationsStatements.S{i}){string.Concat(parameters.Select(static p => ", " + p.Name))});");
            else
                writer.Line($"Add(IntegrationsStatements.S{i});");
            writer.Line("return this;");
            writer.Close();
        }
        writer.Close();
        writer.Line();
    }

    private static void Statements(CodeWriter writer, SqlClientModel client)
    {
        writer.Open("private static class IntegrationsStatements");
        var enums = new SqlEnums();
        var emitter = new SqlStatementEmitter(writer, client.Declaration, enums);
        for (var i = 0; i < client.Statements.Count; i++)
        {
            if (!client.Statements[i].IsBroken)
                emitter.Emit(client.Declaration.Methods[i], client.Statements[i], i);
        }
        enums.Emit(writer);
        writer.Close();
    }
}
