using System.Globalization;

namespace Integrations.Sql;

/// <summary>From what a driver says to what callers catch.</summary>
internal static class SqlErrors
{
    /// <summary>The exception that callers get; the same one where it is not the database's.</summary>
    public static Exception Translate(SqlCall call, Exception exception, bool sent)
    {
        if (exception is IntegrationException)
        {
            return exception;
        }
        // A driver wraps what reading a password ended by.
        if (exception.InnerException is IntegrationConfigurationException problem)
        {
            return problem;
        }
        var name = call.Database.Settings.Name;
        var what = $"{name}: {call.Operation.Id}";
        if (exception is SqlBreakerOpenException)
        {
            return Make(call, $"{what} was not sent: the circuit breaker is open", new SqlFault(SqlErrorKind.Unavailable), exception, sent: false);
        }
        if (exception is SqlMappingException)
        {
            return Make(call, $"{what}: {exception.Message}. Name the columns in the statement as the members of the result's type (case and '_' do not count)", new SqlFault(SqlErrorKind.Columns), exception, sent);
        }
        if (call.Fault is not { } fault)
        {
            // A column of another type, or NULL where the type has none: readers say so with these.
            // A text that is no Unicode (half of a surrogate pair) cannot be sent as UTF-8.
            if (exception is System.Text.EncoderFallbackException)
            {
                return Make(call, $"{what}: a text holds half of a surrogate pair, which no database takes", new SqlFault(SqlErrorKind.WrongType), exception, sent: false);
            }
            if (call.Row > 0 && exception is InvalidCastException or OverflowException or ArgumentException)
            {
                return Make(call, $"{what}: a value cannot be sent as its column's type: {exception.Message}", new SqlFault(SqlErrorKind.WrongType), exception, sent: false);
            }
            return exception is InvalidCastException or FormatException or OverflowException or System.Text.Json.JsonException
                ? Make(call, $"{what}: a value cannot be read as the result's type: {(exception is System.Text.Json.JsonException ? "it is not its JSON" : exception.Message)}", new SqlFault(SqlErrorKind.WrongType), exception, sent)
                : exception;
        }
        return Make(call, $"{what} {Tell(call, fault)}", fault, exception, sent);
    }

    /// <summary>OpenTelemetry's <c>error.type</c>.</summary>
    public static string Type(Exception exception) => exception is SqlException sql ? sql.SqlState ?? Words(sql.Kind) : exception.GetType().FullName ?? "_OTHER";

    /// <summary>The statement gave no row, or more than one.</summary>
    public static SqlException Rows(SqlCall call, SqlErrorKind kind) => Make(
        call,
        $"{call.Database.Settings.Name}: {call.Operation.Id} {(kind == SqlErrorKind.NoRow ? "found no row; let it return 'T?' where there may be none" : "found more than one row; let it return a list, or limit the statement to 1")}",
        new SqlFault(kind),
        null,
        sent: true);

    private static SqlException Make(SqlCall call, string message, SqlFault fault, Exception? inner, bool sent) => new(message + (RowOf(call, fault) is { } row ? $" (row {row.ToString(CultureInfo.InvariantCulture)})." : "."), fault.Kind, inner)
    {
        Row = RowOf(call, fault),
        Integration = call.Database.Settings.Name,
        Operation = call.Operation,
        Attempts = call.Attempts,
        SqlState = fault.SqlState,
        Constraint = fault.Constraint,
        Table = fault.Table,
        Column = fault.Column,
        IsTransient = fault.IsTransient,
        MayHaveTakenEffect = sent && fault.Kind is SqlErrorKind.Connection or SqlErrorKind.Timeout,
    };

    /// <summary>Of what the server found, only its own number is right: it may be behind.</summary>
    private static long? RowOf(SqlCall call, SqlFault fault) =>
        fault.Row ?? (call.Row > 0 && (fault.SqlState is null || call.Database.Engine == SqlEngine.Sqlite) && !fault.IsHostFailure ? call.Row : null);

    private static string Tell(SqlCall call, SqlFault fault)
    {
        var driver = call.Database.Driver;
        var state = fault.SqlState is { } code ? $" (SQLSTATE {code})" : "";
        var text = fault.Kind switch
        {
            SqlErrorKind.UniqueViolation => "violates a unique constraint" + Place(fault),
            SqlErrorKind.ForeignKeyViolation => "violates a foreign key" + Place(fault),
            SqlErrorKind.CheckViolation => "violates a check constraint" + Place(fault),
            SqlErrorKind.NotNullViolation => "leaves a value empty that must be there" + Place(fault),
            SqlErrorKind.ExclusionViolation => "violates an exclusion constraint" + Place(fault),
            SqlErrorKind.WrongType => "has a value of a wrong type or out of range" + Place(fault),
            SqlErrorKind.Statement => "is refused by the database",
            SqlErrorKind.Permission => "is not permitted to the user of the connection",
            SqlErrorKind.Serialization => "could not be put in an order with concurrent transactions, and was undone",
            SqlErrorKind.Deadlock => "was chosen to end a deadlock, and was undone",
            SqlErrorKind.Locked => "did not get a lock in time",
            SqlErrorKind.TransactionAborted => "came after a failed statement of its transaction: use SavepointAsync around what may fail",
            SqlErrorKind.Timeout => "took too long",
            SqlErrorKind.PoolExhausted => string.Create(CultureInfo.InvariantCulture, $"got no connection: all {driver.PoolSize} of the pool '{driver.PoolName}' are in use. Read streams to their end, keep transactions short, or set {call.Database.Settings.Name}'s Pool:Size"),
            SqlErrorKind.Connection => $"lost or got no connection to '{driver.PoolName}'",
            SqlErrorKind.Unavailable => $"is not taken now by '{driver.PoolName}'",
            _ => "failed",
        };
        return text + state + (fault.Detail is { } detail ? ": " + detail : "");
    }

    private static string Place(SqlFault fault) =>
        (fault.Constraint is { } constraint ? $" '{constraint}'" : "")
        + (fault.Table is { } table ? $" of '{table}{(fault.Column is { } column ? "." + column : "")}'" : fault.Column is { } alone ? $" of '{alone}'" : "");

    private static string Words(SqlErrorKind kind)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in kind.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
