using Integrations.Generators.Binding.Sql;

namespace Integrations.Generators.Tests.Sql;

public sealed class SqlLexerTests
{
    [Theory]
    [InlineData("select * from t where a = @a and b=@b2 or c>=@_c", "a b2 _c")]
    [InlineData("values (@a,@b,-@c,@a)", "a b c a")]
    [InlineData("select '@no', 'it''s @no', @yes", "yes")]
    [InlineData("select E'a\\'@no', e'\\\\', @yes", "yes")]
    [InlineData("select 'a\\', @yes, '@no'", "yes")]
    [InlineData("select B'01', X'FF', N'@no', U&'@no', U&\"@no\", @yes", "yes")]
    [InlineData("select $$ @no ' $$, $tag$ @no $$ @no $tag$, @yes", "yes")]
    [InlineData("select a$b$c, @yes, d$e$", "yes")]
    [InlineData("select 1 -- @no '\n, @yes", "yes")]
    [InlineData("select 1 /* @no /* @no */ ' @no */, @yes", "yes")]
    [InlineData("select \"@no\"\"@no\", @yes", "yes")]
    [InlineData("select a @> @b, a <@ @c, tags @> array['x']", "b c")]
    [InlineData("select doc @@ to_tsquery(@q), doc @@@ q, @-@ path, @@ box", "q")]
    [InlineData("select doc @@query, data @? '$.a', data @@ '$.a > 1', @ -5.0", "")]
    [InlineData("select data ? 'a', data ?| array['a'], data ?& @keys, data #>> '{a}'", "keys")]
    [InlineData("select @a::int, a::text, x[1:@n], x[@m:2]", "a n m")]
    [InlineData("select 'a'||@b||'c', 1+@c, 2*@d, @e%3, @f^2, ~@g", "b c d e f g")]
    [InlineData("select 1e-5, 0xFF, 1_000, 1.5e+3, .5, @yes, 3-@no2", "yes no2")]
    [InlineData("select a from t where a <>@a and b !=@b and c ->> 'x' =@c", "a b c")]
    [InlineData("select name@domain", "domain")]
    [InlineData("select @größe, @名前", "größe 名前")]
    [InlineData("\uFEFFselect @a;", "a")]
    public void PostgreSQL_s_parameters_are_found_and_nothing_else(string sql, string expected) => Finds(SqlDialect.Postgres, sql, expected);

    [Theory]
    [InlineData("select '@no', 'it''s @no', @yes", "yes")]
    [InlineData("select 'a\\', @yes, '@no'", "yes")]
    [InlineData("select `@no`, [@no], \"@no\"\"@no\", x'00', @yes", "yes")]
    [InlineData("select 1 /* @no /* @no */, @yes", "yes")]
    [InlineData("select 1 -- @no\n, @yes", "yes")]
    [InlineData("select a ->> '$.x' = @a, b<@b, c||@c, @d=1", "a b c d")]
    [InlineData("select e'@no', @yes", "yes")]
    public void SQLite_s_parameters_are_found_and_nothing_else(string sql, string expected) => Finds(SqlDialect.Sqlite, sql, expected);

    [Theory]
    [InlineData("Postgres", "select 'abc @x", 7, "string")]
    [InlineData("Postgres", "select E'abc\\'", 7, "string")]
    [InlineData("Postgres", "select $a$ @x $b$", 7, "$a$")]
    [InlineData("Postgres", "select /* /* */ @x", 7, "comment")]
    [InlineData("Postgres", "select \"abc", 7, "name")]
    [InlineData("Postgres", "select $1", 7, "@name")]
    [InlineData("Postgres", "select a <@b", 9, "space")]
    [InlineData("Sqlite", "select :name", 7, "@name")]
    [InlineData("Sqlite", "select $name", 7, "@name")]
    [InlineData("Sqlite", "select ?", 7, "@name")]
    [InlineData("Sqlite", "select ?1", 7, "@name")]
    [InlineData("Sqlite", "select [abc", 7, "]")]
    [InlineData("Sqlite", "select `abc", 7, "`")]
    [InlineData("Sqlite", "select /* abc", 7, "comment")]
    public void What_has_no_end_or_is_another_way_to_write_parameters_is_refused_where_it_stands(string dialect, string sql, int at, string says)
    {
        SqlLexer.Read(sql, Enum.Parse<SqlDialect>(dialect), out var fault);
        Assert.NotNull(fault);
        Assert.Equal(at, fault.Start);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.Start + fault.Length, fault.Start + 1, sql.Length);
    }

    [Fact]
    public void Pieces_cover_the_text_in_order_whatever_it_is()
    {
        var random = new Random(7);
        const string Alphabet = "ab1 '\"$@:;?-/*<>[]`\\(),.E\n_é";
        for (var round = 0; round < 20000; round++)
        {
            var sql = string.Create(random.Next(40), random, static (span, random) =>
            {
                foreach (ref var c in span)
                    c = Alphabet[random.Next(Alphabet.Length)];
            });
            foreach (var dialect in Enum.GetValues<SqlDialect>())
            {
                var end = 0;
                foreach (var token in SqlLexer.Read(sql, dialect, out var fault))
                {
                    Assert.True(token.Length > 0 && token.Start >= end && token.End <= sql.Length, sql);
                    end = token.End;
                    if (fault is not null)
                        Assert.True(token.End <= fault.Start, sql);
                }
            }
        }
    }

    private static void Finds(SqlDialect dialect, string sql, string expected)
    {
        var names = SqlLexer.Read(sql, dialect, out var fault)
            .Where(static token => token.Kind == SqlTokenKind.Parameter)
            .Select(token => sql.Substring(token.Start + 1, token.Length - 1));
        Assert.Null(fault);
        Assert.Equal(expected, string.Join(' ', names));
    }
}
