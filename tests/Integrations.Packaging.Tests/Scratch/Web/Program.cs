using Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntegrations();
await using var app = builder.Build();
_ = app.Services.GetRequiredService<WebShopClient>();
app.MapIntegrations();
var endpoints = ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count);
Console.WriteLine($"WebShop: {WebShopClient.Operations.Count} operations, {endpoints} endpoints");
