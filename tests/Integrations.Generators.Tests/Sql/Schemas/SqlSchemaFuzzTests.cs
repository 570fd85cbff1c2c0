using System.Diagnostics;
using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Binding.Sql.Checking;

namespace Integrations.Generators.Tests.Sql.Schemas;

/// <summary>Whatever a statement or a schema is: nothing is thrown, nothing hangs, and every finding stands within the text.</summary>
public sealed class SqlSchemaFuzzTests
{
    private static readonly string[] Pieces =
    [
        "select", "from", "where", "(", ")", ",", "*", "orders", "customers", "o", ".", "id", "name", "@x", "'a'", "1", "join", "left", "on", "using", "with", "recursive", "as", "union", "all", "insert", "into", "values", "update", "set",
        "delete", "returning", "case", "when", "then", "else", "end", "in", "any", "array", "[", "]", "::", "int", "cast", "over", "partition", "by", "order", "group", "having", "limit", "exists", "not", "null", "is", "between", "and", "or",
        "like", "=", "+", "-", "||", "->>", "interval", "extract", "lateral", "unnest", "excluded", "conflict", "do", "create", "table", "alter", "column", "view", "primary", "key", "default", "references", ";", "\"o\"", "row", "filter",
    ];

    private static readonly string[] Seeds =
    [
        "with recursive t as (select id, parent, 1 as depth from orders where parent is null union all select o.id, o.parent, t.depth + 1 from orders o join t on t.id = o.parent) select id, depth from t",
        "insert into orders (customer, total, note, state) values (@x, 1, null, 'paid') on conflict (id) do update set note = excluded.note, total = orders.total + excluded.total where orders.paid returning id, note",
        "update orders o set total = o.total + l.price, (paid, state) = (true, 'paid') from lines l where l.\"order\" = o.id returning o.id, l.product",
        "select c.name, count(*) filter (where o.paid), sum(o.total) over (partition by c.id order by o.id rows 1 preceding) from customers c left join lateral (select * from orders where customer = c.id limit 1) o on true group by c.name, o.id having count(*) > 1",
        CheckedSchema.Shop,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_statements_and_schemas_are_survived(int seed)
    {
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 4000; round++)
        {
            var text = Mutate(random, Seeds[random.Next(Seeds.Length)]);
            foreach (var schema in (SqlSchema[])[CheckedSchema.Postgres, CheckedSchema.Sqlite])
            {
                var tokens = SqlLexer.Read(text, schema.IsSqlite ? SqlDialect.Sqlite : SqlDialect.Postgres, out _);
                foreach (var finding in SqlChecker.Check(text, tokens, schema, static _ => null, out _))
                    Assert.True(finding.At.Start >= 0 && finding.At.End <= text.Length, text);
                CheckedSchema.Read(text, schema.IsSqlite);
            }
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "It hangs at: " + text);
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("(select ", "1", ")")]
    [InlineData("((", "select 1", "))")]
    [InlineData("not ", "true", "")]
    [InlineData("- ", "1", "")]
    [InlineData("case when ", "true", " then 1 end")]
    [InlineData("array[", "1", "]")]
    [InlineData("coalesce(", "1", ")")]
    [InlineData("1 in (select ", "1", ")")]
    [InlineData("", "1", "::int")]
    [InlineData("", "1", " + 1")]
    [InlineData("", "true", " and true")]
    [InlineData("", "1", " union select 1")]
    [InlineData("", "1", "[1]")]
    [InlineData("(select 1 from (", "select 1", ") x)")]
    public void What_is_nested_without_end_is_not_understood(string before, string core, string after)
    {
        foreach (var depth in (int[])[50, 500, 20000])
        {
            var sql = "select " + string.Concat(Enumerable.Repeat(before, depth)) + core + string.Concat(Enumerable.Repeat(after, depth));
            var tokens = SqlLexer.Read(sql, SqlDialect.Postgres, out _);
            // A small stack, as in an editor.
            var thread = new Thread(() => SqlChecker.Check(sql, tokens, CheckedSchema.Postgres, static _ => null, out _), 1024 * 1024);
            thread.Start();
            Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "It hangs at " + depth);
        }
    }

    private static string Mutate(Random random, string text)
    {
        var tokens = SqlLexer.Read(text, SqlDialect.Postgres, out _).ConvertAll(t => text.Substring(t.Start, t.Length));
        for (var i = random.Next(1, 6); i > 0 && tokens.Count > 2; i--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    tokens[at] = Pieces[random.Next(Pieces.Length)];
                    break;
                case 3:
                    tokens[at] = tokens[random.Next(tokens.Count)];
                    break;
                default:
                    tokens.RemoveRange(at, Math.Min(random.Next(8), tokens.Count - at));
                    break;
            }
        }
        return string.Join(' ', tokens);
    }
}
