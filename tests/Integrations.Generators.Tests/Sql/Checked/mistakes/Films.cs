using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Integrations;

namespace Mistakes.Films;

internal enum Rating
{
    G,
    PG,
    R,
}

internal sealed record Film(int FilmId, string Title, string? Description);

internal sealed record FilmWithLanguage(string Title, string Original);

/// <summary>Each statement has one mistake.</summary>
[PostgresClient(Schema = "pagila.schema.sql")]
internal sealed partial class FilmsDatabase
{
    // INT4010
    [Sql("select film_id, title, description from «films» where film_id = @id")]
    public partial Task<Film?> UnknownTableAsync(int id);

    // INT4010
    [Sql("select f.title from film f join «film_actors» fa on fa.film_id = f.film_id")]
    public partial Task<List<string>> UnknownJoinAsync();

    // INT4011
    [Sql("select film_id, title, «descripton» as description from film")]
    public partial Task<List<Film>> MisspelledColumnAsync();

    // INT4011
    [Sql("select f.title from film f join language l on l.language_id = f.language_id where «c».name = @name")]
    public partial Task<List<string>> UnknownAliasAsync(string name);

    // INT4011
    [Sql("select f.title, f.«name» from film f join language l using (language_id)")]
    public partial Task<List<(string, string)>> ColumnOfTheOtherTableAsync();

    // INT4011
    [Sql("select rental_rate * 2 as doubled from film where «doubled» > 4")]
    public partial Task<List<decimal>> AliasInWhereAsync();

    // INT4011
    [Sql("with per_film as (select film_id, count(*) as copies from inventory group by film_id) select p.film_id, p.«number» from per_film p")]
    public partial Task<List<(int, long)>> ColumnOfQueryAsync();

    // INT4011
    [Sql("select «film».title from film f where f.film_id = @id")]
    public partial Task<string> TableBehindItsAliasAsync(int id);

    // INT4011
    [Sql("select a.last_name, t.title from actor a join (select fa.film_id, f.title from film_actor fa join film f using (film_id) where fa.actor_id = «a».actor_id) t on true")]
    public partial Task<List<(string, string)>> NotLateralAsync();

    // INT4011
    [Sql("select category, title, «rental_rate» from film_list")]
    public partial Task<List<(string, string?, decimal?)>> ColumnOfViewAsync();

    // INT4012
    [Sql("select title, «last_update» from film join language using (language_id)")]
    public partial Task<List<(string, DateTimeOffset)>> AmbiguousAsync();

    // INT4012
    [Sql("select city.city from city, country where city.country_id = country.country_id and «country_id» = @id")]
    public partial Task<List<string>> AmbiguousInWhereAsync(int id);

    // INT4013
    [Sql("select title from film where rating = «@rating»")]
    public partial Task<List<string>> TextForEnumAsync(string rating);

    // INT4013
    [Sql("select title from film where film_id = «@id»")]
    public partial Task<string?> TextForNumberAsync(string id);

    // INT4013
    [Sql("select «sum»(title) from film")]
    public partial Task<decimal?> SumOfTextAsync();

    // INT4013 (the database accepts it)
    [Sql("select film_id, «rental_rate» from film")]
    public partial Task<List<(int, Guid)>> NumericAsGuidAsync();

    // INT4013
    [Sql("select title from film where special_features «=» title")]
    public partial Task<List<string>> ArrayAgainstTextAsync();

    // INT4014 (the database accepts it)
    [Sql("select f.title, «o.name» as original from film f left join language o on o.language_id = f.original_language_id")]
    public partial Task<List<FilmWithLanguage>> LeftJoinAsync();

    // INT4014 (the database accepts it)
    [Sql("select film_id, «length» from film")]
    public partial Task<List<(int, short)>> NullableColumnAsync();

    // INT4014 (the database accepts it)
    [Sql("select «max(amount)» from payment where customer_id = @customer")]
    public partial Task<decimal> MaximumOfNothingAsync(int customer);

    // INT4014 (the database accepts it)
    [Sql("insert into «film» (title, description) values (@title, @description)")]
    public partial Task WithoutLanguageAsync(string title, string? description);

    // INT4015
    [Sql("insert into film_actor (actor_id, film_id) values (@actor, @film, «now()»)")]
    public partial Task TooManyValuesAsync(int actor, int film);

    // INT4015
    [Sql("select first_name, last_name from customer union all select «email» from staff")]
    public partial Task<List<(string, string)>> UnequalBranchesAsync();

    // INT4015
    [Sql("select title from film where language_id = «(»select language_id, name from language limit 1)")]
    public partial Task<List<string>> TwoColumnsForOneAsync();
}
