using QuickStart;
using QuickStart.MisbehavingShop;
using QuickStart.Notebook;
using QuickStart.Tour;

// Somebody else's API, which fails on purpose. It runs here so that there is nothing to install.
await using var shop = await ShopServer.StartAsync(recovers: !args.Contains("--sabotage"));

var builder = Host.CreateApplicationBuilder(args);
builder.Configuration["Integrations:Shop:BaseAddress"] = shop.Address;
builder.Configuration["Integrations:Shop:Auth:Token"] = ShopServer.Token; // in earnest: user secrets, a vault, the environment
if (builder.Configuration.GetConnectionString("Notebook") is null) // --ConnectionStrings:Notebook="Host=..." is a PostgreSQL
{
    Directory.CreateDirectory(Path.GetDirectoryName(TourNotebook.DefaultFile)!);
    builder.Configuration["ConnectionStrings:Notebook"] = "Data Source=" + TourNotebook.DefaultFile;
}
builder.AddIntegrations();

builder.Logging.ClearProviders(); // the table has the screen for itself
builder.Services.AddSingleton(shop);
builder.Services.AddSingleton<TourNotebook>(); // asks for a NotebookDatabase
builder.Services.AddSingleton<ShopTour>(); // asks for a ShopClient

using var host = builder.Build();
await host.StartAsync();
return await host.Services.GetRequiredService<ShopTour>().RunAsync();
