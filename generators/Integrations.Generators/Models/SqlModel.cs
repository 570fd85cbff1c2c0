namespace Integrations.Generators.Models;

/// <summary>
/// What the user wrote on a class with <c>[PostgresClient]</c> or <c>[SqliteClient]</c>. It holds no place; types that do not bind while the generator runs stand in
/// texts as <c>\u0001n\u0001</c>, where n is the index in the method's <see cref="SqlMethodDeclaration.Pending"/>.
/// </summary>
/// <param name="Namespace">The namespace of the class; empty for the global one.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Integration">The integration's name.</param>
/// <param name="Postgres">Whether it is for PostgreSQL, and the project references the driver.</param>
/// <param name="Sqlite">Whether it is for SQLite, and the project references the driver.</param>
/// <param name="Constructor">The user's own constructor, or null.</param>
/// <param name="Policies">Policy attributes as C# expressions, in order.</param>
/// <param name="Methods">The methods with <c>[Sql]</c>, in the order of writing.</param>
/// <param name="PostgresSchema">What its statements for PostgreSQL are checked against, or null.</param>
/// <param name="SqliteSchema">What its statements for SQLite are checked against, or null.</param>
internal sealed record SqlDeclaration(
    string Namespace,
    string ClassName,
    string Accessibility,
    string Integration,
    bool Postgres,
    bool Sqlite,
    EquatableArray<ConstructorParameter>? Constructor,
    EquatableArray<string> Policies,
    EquatableArray<SqlMethodDeclaration> Methods,
    SqlCatalogKey? PostgresSchema,
    SqlCatalogKey? SqliteSchema)
{
    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}

/// <summary>A method with <c>[Sql]</c>.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Accessibility">Its accessibility as C# writes it; may be empty.</param>
/// <param name="ReturnType">Its return type, fully qualified.</param>
/// <param name="Text">The statement, or the path of a file.</param>
/// <param name="SqliteText">SQLite's own, or null.</param>
/// <param name="Idempotent">Whether it may be tried again.</param>
/// <param name="Parameters">Its parameters in order, the cancellation token among them.</param>
/// <param name="Result">What is read.</param>
/// <param name="IsBroken">Whether something is wrong with its signature, so that it only gets a body that throws.</param>
/// <param name="Pending">The names that do not bind.</param>
internal sealed record SqlMethodDeclaration(
    string Name,
    string Accessibility,
    string ReturnType,
    string Text,
    string? SqliteText,
    bool Idempotent,
    EquatableArray<SqlParameterModel> Parameters,
    SqlResultModel Result,
    bool IsBroken,
    EquatableArray<PendingType> Pending);

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="IsToken">Whether it is the cancellation token.</param>
/// <param name="Default">Its default as C# writes it (<c> = 20</c>), or empty.</param>
/// <param name="Leaves">What statements can take of it.</param>
/// <param name="Rows">What a COPY can take of each of its items, where it is a sequence.</param>
internal sealed record SqlParameterModel(string Name, string Type, bool IsToken, string Default, EquatableArray<SqlLeafModel> Leaves, SqlRowsModel? Rows = null);

/// <summary>A sequence of rows.</summary>
/// <param name="ItemType">The type of an item, fully qualified.</param>
/// <param name="Leaves">What a column can take of it; the key of an item that is one value is empty.</param>
internal sealed record SqlRowsModel(string ItemType, EquatableArray<SqlLeafModel> Leaves);

/// <summary>A value that a statement can take.</summary>
/// <param name="Key">Its name in lower case without <c>_</c>: the parameter's, or the member's.</param>
/// <param name="LongKey">The parameter's and the member's names together.</param>
/// <param name="Access">The C# expression.</param>
/// <param name="Scalar">Its type.</param>
internal sealed record SqlLeafModel(string Key, string LongKey, string Access, SqlScalarModel Scalar);

/// <summary>How a value travels.</summary>
internal enum SqlScalarKind
{
    Boolean, SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Single, Double, Decimal, String, Char, Guid,
    DateTime, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, Bytes, JsonElement, JsonDocument, JsonModel, Enum, Array,

    /// <summary>A type that only PostgreSQL's driver knows: ranges, networks, points.</summary>
    Driver,
}

/// <summary>A type of one value.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="Type">The C# type without <c>?</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Element">The items' type of an array, else null.</param>
/// <param name="Members">The members of an enum: C# name and text.</param>
internal sealed record SqlScalarModel(
    SqlScalarKind Kind, string Type, bool IsValueType, bool IsNullable, SqlScalarModel? Element = null, EquatableArray<SqlEnumMember> Members = default);

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its C# name, escaped.</param>
/// <param name="Text">Its text in the database.</param>
internal sealed record SqlEnumMember(string Name, string Text);

/// <summary>How many rows are read, and as what.</summary>
internal enum SqlResultKind
{
    /// <summary>None: the statement is run for its effect.</summary>
    None, One, Optional, List, Array, Stream,
}

/// <summary>What a method reads.</summary>
/// <param name="Kind">How many rows.</param>
/// <param name="IsValueTask">Whether the method returns a <c>ValueTask</c>.</param>
/// <param name="ListType">The type of a list, fully qualified.</param>
/// <param name="RowType">The type of a row, fully qualified; with <c>?</c> where it may be absent.</param>
/// <param name="Row">How a row is read; null where nothing is.</param>
internal sealed record SqlResultModel(SqlResultKind Kind, bool IsValueTask, string ListType, string RowType, SqlRowModel? Row);

/// <summary>How a row, or a part of one, is read: exactly one of the four is there.</summary>
/// <param name="Scalar">One value.</param>
/// <param name="Tuple">A tuple's items, by position.</param>
/// <param name="Object">An object, by name.</param>
/// <param name="Empty">A partial type without members, which gets them from the statement's columns.</param>
internal sealed record SqlRowModel(SqlScalarModel? Scalar, EquatableArray<SqlScalarModel>? Tuple, SqlObjectModel? Object, SqlEmptyTypeModel? Empty = null);

/// <summary>A partial type that the user has declared without members.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keyword"><c>record</c>, <c>class</c>, <c>struct</c> or <c>record struct</c>.</param>
internal sealed record SqlEmptyTypeModel(string Namespace, string Name, string Keyword)
{
    /// <summary>The type with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}

/// <summary>A partial type whose members are emitted.</summary>
/// <param name="Type">The type.</param>
/// <param name="Members">Its members.</param>
/// <param name="Columns">The column that each of them takes, as its name is written.</param>
internal sealed record SqlEmittedRow(SqlEmptyTypeModel Type, EquatableArray<SqlMemberModel> Members, EquatableArray<string> Columns);

/// <summary>An emitted type and its file.</summary>
/// <param name="HintName">The hint name.</param>
/// <param name="Row">The type.</param>
internal sealed record SqlRowFile(string HintName, SqlEmittedRow Row);

/// <summary>An object that is made of columns.</summary>
/// <param name="Type">Its C# type without <c>?</c>.</param>
/// <param name="IsNullable">Whether it is null where all of its columns are.</param>
/// <param name="Members">What it is made of.</param>
internal sealed record SqlObjectModel(string Type, bool IsNullable, EquatableArray<SqlMemberModel> Members);

/// <summary>A member of an object.</summary>
/// <param name="Name">Its C# name: of a constructor's parameter, or of a property.</param>
/// <param name="Key">The key of its column; of a nested object the prefix of its columns.</param>
/// <param name="IsArgument">Whether it is a parameter of the constructor.</param>
/// <param name="IsRequired">Whether an object cannot be made without it.</param>
/// <param name="Scalar">Its type where it is one value.</param>
/// <param name="Object">What it is where it is made of columns.</param>
internal sealed record SqlMemberModel(string Name, string Key, bool IsArgument, bool IsRequired, SqlScalarModel? Scalar, SqlObjectModel? Object);

/// <summary>The only model of such a class that holds places; nothing that emits may depend on it.</summary>
/// <param name="FullName">The class with its namespace.</param>
/// <param name="Integration">The integration's name; empty where the class cannot be one.</param>
/// <param name="Place">The attribute.</param>
/// <param name="Methods">The places of its methods, in the same order.</param>
/// <param name="Problems">What is wrong without looking at statements.</param>
/// <param name="PostgresSchema">Where PostgreSQL's schema is named.</param>
/// <param name="SqliteSchema">Where SQLite's schema is named.</param>
internal sealed record SqlCheck(string FullName, string Integration, PlaceModel Place, EquatableArray<SqlMethodPlaces> Methods, EquatableArray<DiagnosticModel> Problems, PlaceModel? PostgresSchema = null, PlaceModel? SqliteSchema = null);

/// <summary>The places of a method.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Text">The statement's expression, with its source where it is a literal.</param>
/// <param name="SqliteText">SQLite's own.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record SqlMethodPlaces(PlaceModel Method, PlacedText Text, PlacedText SqliteText, EquatableArray<PlaceModel> Parameters);

/// <summary>What is wrong with a statement.</summary>
/// <param name="Id">The id of its descriptor.</param>
/// <param name="Method">The index of its method.</param>
/// <param name="Spot">What of the method is concerned.</param>
/// <param name="Start">Offset in the statement, or the index of the parameter.</param>
/// <param name="Length">Length in the statement; 0 where all of it is concerned.</param>
/// <param name="File">The place, where the statement stands in a file of its own.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record SqlProblem(string Id, int Method, SqlSpot Spot, int Start, int Length, PlaceModel? File, EquatableArray<string> Arguments);

/// <summary>What of a method is concerned.</summary>
internal enum SqlSpot
{
    Method, Parameter, Text, SqliteText,

    /// <summary>The class's schema of PostgreSQL, of no method.</summary>
    PostgresSchema,

    /// <summary>The class's schema of SQLite, of no method.</summary>
    SqliteSchema,
}

/// <summary>A class that is emitted.</summary>
/// <param name="HintName">The hint name of its file.</param>
/// <param name="Declaration">What the user wrote, names resolved.</param>
/// <param name="Statements">The statements of its methods, in the same order; null where one could not be bound.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Rows">The types whose members its statements give.</param>
internal sealed record SqlClientModel(string HintName, SqlDeclaration Declaration, EquatableArray<SqlStatementModel> Statements, EquatableArray<SqlProblem> Problems, EquatableArray<SqlEmittedRow> Rows);

/// <summary>A bound statement.</summary>
/// <param name="Keyword">What it does (<c>SELECT</c>).</param>
/// <param name="Target">Its table, or empty.</param>
/// <param name="Postgres">PostgreSQL's text, or null.</param>
/// <param name="Sqlite">SQLite's text, or null.</param>
/// <param name="PostgresArguments">What its parameters take, by position.</param>
/// <param name="SqliteArguments">What its parameters take, by name.</param>
/// <param name="IsAffected">Whether the result is the number of affected rows.</param>
/// <param name="Result">How a row is read, without members that have no column.</param>
/// <param name="IsBroken">Whether it only gets a body that throws.</param>
/// <param name="IsCopy">Whether it copies rows into a table; then the arguments are the columns.</param>
internal sealed record SqlStatementModel(
    string Keyword,
    string Target,
    string? Postgres,
    string? Sqlite,
    EquatableArray<SqlLeafModel> PostgresArguments,
    EquatableArray<SqlArgumentModel> SqliteArguments,
    bool IsAffected,
    SqlResultModel Result,
    bool IsBroken,
    bool IsCopy = false);

/// <summary>An argument by name.</summary>
/// <param name="Name">The parameter's name in the statement, with <c>@</c>.</param>
/// <param name="Leaf">What it takes.</param>
internal sealed record SqlArgumentModel(string Name, SqlLeafModel Leaf);
