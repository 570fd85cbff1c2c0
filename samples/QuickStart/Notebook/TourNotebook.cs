using System.Globalization;
using Microsoft.Data.Sqlite;
using QuickStart.Shop;

namespace QuickStart.Notebook;

/// <summary>Collects what the tour learns, keeps it for the next run, and tells what the last one has left.</summary>
internal sealed class TourNotebook(NotebookDatabase database, IConfiguration configuration)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Product> _products = [];
    private readonly List<Order> _orders = [];

    /// <summary>The file that is kept where nothing else is configured.</summary>
    public static string DefaultFile { get; } = Path.Combine(DataFolder(), "Integrations.QuickStart", "notebook.db");

    /// <summary>Notes an answer of the shop, where it says something of products and orders.</summary>
    public void Note(object? answer)
    {
        lock (_lock)
        {
            switch (answer)
            {
                case Product product:
                    _products[product.Sku] = product;
                    break;
                case IEnumerable<Product> products:
                    foreach (var product in products)
                        _products[product.Sku] = product;
                    break;
                case Order order:
                    _orders.Add(order);
                    break;
            }
        }
    }

    /// <summary>Opens the notebook; a new one gets its tables.</summary>
    /// <returns>What the last run has left, in a line.</returns>
    /// <exception cref="SqlException">The database is not at hand.</exception>
    public async Task<string> OpenAsync()
    {
        await database.Migrations.ApplyAsync();
        if (await database.LastRunAsync() is not { } last)
            return "The notebook is empty: this is the first run.";
        var prices = (await database.ProductsAsync()).Select(static product => string.Create(CultureInfo.InvariantCulture, $"{product.Sku} {product.Price:0.00}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Last run, {last.StartedAt:yyyy-MM-dd HH:mm} UTC: {last.Calls} calls, {last.Requests} requests, {last.Orders} orders ({string.Join(", ", prices)}); {(last.AsExpected ? "all" : "not all")} as expected.");
    }

    /// <summary>Keeps the run and all that was noted in it, or nothing of it.</summary>
    /// <returns>Where it is kept, in a line.</returns>
    /// <exception cref="SqlException">It could not be kept.</exception>
    public async Task<string> KeepAsync(TourRun run)
    {
        await database.TransactionAsync(async tx =>
        {
            await tx.AddRunAsync(run);
            foreach (var product in _products.Values)
                await tx.KeepProductAsync(product.Sku, product, run.StartedAt);
            foreach (var order in _orders)
                await tx.AddOrderAsync(order.Id, run.Id, order.Reference, order.Total);
        });
        return database.Database.Engine == SqlEngine.Postgres
            ? "Kept for the next run in PostgreSQL."
            : "Kept for the next run in SQLite, " + new SqliteConnectionStringBuilder(configuration.GetConnectionString("Notebook")).DataSource;
    }

    private static string DataFolder()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return folder.Length > 0 ? folder : Path.GetTempPath();
    }
}
