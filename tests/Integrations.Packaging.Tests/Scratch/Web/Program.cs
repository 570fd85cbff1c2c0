using Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntegrations();
await using var app = builder.Build();
_ = app.Services.GetRequiredService<WebShopClient>();
Console.WriteLine($"WebShop: {WebShopClient.Operations.Count} operations");
