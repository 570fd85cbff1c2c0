using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Integrations;

namespace Checked.Films;

internal enum Rating
{
    G,
    PG,
    [JsonStringEnumMemberName("PG-13")] PG13,
    R,
    [JsonStringEnumMemberName("NC-17")] NC17,
}

internal sealed record Film(int FilmId, string Title, string? Description, int? ReleaseYear, int LanguageId, short? Length, Rating? Rating, string[]? SpecialFeatures);

internal sealed record FilmWithLanguage(int FilmId, string Title, string Language, string? OriginalLanguage);

internal sealed record Actor(int ActorId, string FirstName, string LastName, DateTimeOffset LastUpdate);

internal sealed record FilmOfActor(string FirstName, string LastName, int? FilmId, string? Title);

internal sealed class FilmCard
{
    public int FilmId { get; init; }

    public required string Title { get; init; }

    public decimal RentalRate { get; set; }

    public string Badge { get; set; } = "none";
}

internal sealed record Place(string City, string Country);

internal sealed record StoreWithPlace(int StoreId, Place Address);

internal sealed record NewFilm(string Title, string? Description, int LanguageId, decimal RentalRate, Rating? Rating, string[] SpecialFeatures);

/// <summary>Films, actors, places: joins of every kind, subqueries, conditions.</summary>
[PostgresClient(Schema = "pagila.schema.sql")]
internal sealed partial class FilmsDatabase
{
    [Sql("select film_id, title, description, release_year, language_id, length, rating, special_features from film where film_id = @id")]
    public partial Task<Film?> FindAsync(int id, CancellationToken ct = default);

    [Sql("select * from film where film_id = @id")]
    public partial Task<Film> GetAsync(int id);

    [Sql("SELECT f.* FROM public.film AS f WHERE f.title ILIKE '%' || @part || '%' ORDER BY f.title LIMIT @limit OFFSET @offset")]
    public partial IAsyncEnumerable<Film> SearchAsync(string part, int limit = 20, int offset = 0, CancellationToken ct = default);

    [Sql("""
        select f.film_id, f.title, l.name as language, o.name as original_language
        from film f
        join language l on l.language_id = f.language_id
        left join language o on o.language_id = f.original_language_id
        order by f.title
        """)]
    public partial Task<List<FilmWithLanguage>> WithLanguagesAsync();

    [Sql("select a.actor_id, first_name, last_name, a.last_update from actor a inner join film_actor using (actor_id) where film_id = @film")]
    public partial Task<IReadOnlyList<Actor>> CastAsync(int film);

    [Sql("select actor_id, film_id from film_actor natural join film_category")]
    public partial Task<List<(int Actor, int Film)>> NaturalAsync();

    [Sql("select title, name from film cross join category where category_id = @category")]
    public partial Task<(string Title, string Category)[]> CrossAsync(int category);

    [Sql("select f.title, c.name from film f, film_category fc, category c where f.film_id = fc.film_id and fc.category_id = c.category_id and c.name in ('Action', 'Comedy')")]
    public partial Task<List<(string, string)>> CommaJoinAsync();

    [Sql("select a.first_name, a.last_name, f.film_id, f.title from actor a left join (film_actor fa join film f on f.film_id = fa.film_id) on fa.actor_id = a.actor_id")]
    public partial Task<List<FilmOfActor>> ActorsWithAndWithoutFilmsAsync();

    [Sql("select coalesce(a.city, b.city) as city, a.city_id, b.city_id from city a full outer join city b on a.city = b.city and a.city_id < b.city_id")]
    public partial Task<List<(string? City, int? Left, int? Right)>> FullAsync();

    [Sql("select a.address, s.store_id from store s right outer join address a on a.address_id = s.address_id")]
    public partial Task<List<(string Address, int? Store)>> RightAsync();

    [Sql("select s.store_id, city.city as address_city, country.country as address_country from store s join address a using (address_id) join city on city.city_id = a.city_id join country using (country_id)")]
    public partial Task<List<StoreWithPlace>> StoresAsync();

    [Sql("select film_id, title, rental_rate, case when rental_rate > 4 then 'dear' when rental_rate > 2 then 'fair' else 'cheap' end as badge from film")]
    public partial IAsyncEnumerable<FilmCard> CardsAsync();

    [Sql("select title from film where rating = @rating and length between @shortest and @longest")]
    public partial Task<List<string>> RatedAsync(Rating rating, int shortest, int longest);

    [Sql("select title from film where rating = any(@ratings::mpaa_rating[])")]
    public partial Task<List<string>> OfRatingsAsync(string[] ratings);

    [Sql("select rating from film where film_id = @id")]
    public partial Task<Rating?> RatingAsync(int id);

    [Sql("select rating::text from film where rating is not null and film_id = @id")]
    public partial Task<string> RatingNameAsync(int id);

    [Sql("select count(*) from film where not (rating in ('R', 'NC-17')) or rating is null")]
    public partial Task<long> ForChildrenAsync();

    [Sql("select title, (select count(*) from inventory i where i.film_id = f.film_id) as copies from film f where exists (select 1 from inventory where film_id = f.film_id)")]
    public partial Task<List<(string Title, long? Copies)>> CopiesAsync();

    [Sql("select title from film where film_id in (select fa.film_id from film_actor fa join actor on actor.actor_id = fa.actor_id where actor.last_name = @name)")]
    public partial Task<List<string>> OfActorAsync(string name);

    [Sql("select title from film where length > all (select length from film where rating = 'G' and length is not null)")]
    public partial Task<List<string>> LongerThanAllAsync();

    [Sql("select title from film f where (language_id, rental_duration) = (select language_id, rental_duration from film g where g.film_id = @like) and f.film_id <> @like")]
    public partial Task<List<string>> LikeAsync(int like);

    [Sql("select c.name, top.title, top.length from category c cross join lateral (select f.title, f.length from film f join film_category fc using (film_id) where fc.category_id = c.category_id order by f.length desc nulls last limit 3) as top")]
    public partial Task<List<(string Category, string Title, short? Length)>> LongestOfEachAsync();

    [Sql("select c.name, newest.title from category c left join lateral (select f.title from film f join film_category fc on fc.film_id = f.film_id and fc.category_id = c.category_id order by f.last_update desc limit 1) newest on true")]
    public partial Task<List<(string Category, string? Title)>> NewestOfEachAsync();

    [Sql("select distinct on (rating) rating, title from film where rating is not null order by rating, length desc")]
    public partial Task<List<(Rating Rating, string Title)>> LongestByRatingAsync();

    [Sql("select distinct release_year from film where release_year is not null order by 1")]
    public partial Task<List<int>> YearsAsync();

    [Sql("select title from film where fulltext @@ plainto_tsquery('english', @words) order by ts_rank(fulltext, plainto_tsquery('english', @words)) desc")]
    public partial Task<List<string>> FullTextAsync(string words);

    [Sql("select title, feature from film, unnest(special_features) as feature where feature <> 'Trailers'")]
    public partial Task<List<(string Title, string Feature)>> FeaturesAsync();

    [Sql("select title from film where special_features @> array[@feature] and array_length(special_features, 1) > 1")]
    public partial Task<List<string>> WithFeatureAsync(string feature);

    [Sql("select title from film where @feature = any(special_features) and title !~* '^the ' and title similar to '(A|B)%'")]
    public partial Task<List<string>> WithAnyFeatureAsync(string feature);

    [Sql("select fid, title, category, price, actors from film_list where category = @category")]
    public partial Task<List<(int? Id, string? Title, string Category, decimal? Price, string? Actors)>> ListAsync(string category);

    [Sql("select id, name, \"zip code\" as zip, city, country from customer_list where sid = @store order by name")]
    public partial Task<List<(int Id, string Name, string? Zip, string City, string Country)>> CustomersOfAsync(int store);

    [Sql("select film_id, title, year_made from films_of(@actor) where year_made > 2000")]
    public partial Task<List<(int? Film, string? Title, int? Year)>> FilmsOfAsync(int actor);

    [Sql("select film_count(@store), film_count(@store, 'PG-13')")]
    public partial Task<(long? All, long? Some)> CountsAsync(int store);

    [Sql("select upper(last_name), initcap(lower(first_name)), length(last_name), substring(last_name from 1 for 1) from actor where trim(both ' ' from last_name) <> '' and position('x' in last_name) = 0")]
    public partial Task<List<(string Upper, string First, int Length, string Initial)>> NamesAsync();

    [Sql("insert into film (title, description, language_id, rental_rate, rating, special_features) values (@title, @description, @language_id, @rental_rate, @rating, @special_features) returning film_id")]
    public partial Task<int> AddAsync(NewFilm film);

    [Sql("update film set rental_rate = rental_rate * 1.1, rating = coalesce(rating, 'G') where film_id = any(@ids)")]
    public partial Task<int> DearerAsync(IReadOnlyList<int> ids);

    [Sql("select title from film where release_year is not distinct from @year and rental_rate <= @most")]
    public partial Task<List<string>> OfYearAsync(int? year, decimal most);

    [Sql("select name from language where language_id = @id")]
    public partial Task<string?> LanguageAsync(int id);

    [Sql("select film_id, title from film where (title, film_id) > (@title, @id) order by title, film_id fetch first 20 rows only")]
    public partial Task<List<(int, string)>> PageAfterAsync(string title, int id);
}
