namespace Integrations.Generators.Tests.Harness;

/// <summary>Small documents.</summary>
internal static class Specs
{
    /// <summary>Two tags, a model, an enum, an error.</summary>
    public const string Shop = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Shop", "version": "1" },
          "servers": [ { "url": "https://shop.example.com/v1" } ],
          "paths": {
            "/products": {
              "get": {
                "tags": [ "products" ], "operationId": "products/list", "summary": "List products.",
                "parameters": [ { "name": "page", "in": "query", "schema": { "type": "integer", "format": "int32" } } ],
                "responses": { "200": { "description": "Them.", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Product" } } } } } }
              }
            },
            "/products/{id}": {
              "get": {
                "tags": [ "products" ], "operationId": "products/get", "summary": "Get a product.",
                "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int64" } } ],
                "responses": {
                  "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Product" } } } },
                  "404": { "description": "None.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
                }
              }
            },
            "/orders": {
              "post": {
                "tags": [ "orders" ], "operationId": "orders/create", "summary": "Order.",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } },
                "responses": { "204": { "description": "Done." } }
              }
            }
          },
          "components": {
            "schemas": {
              "Product": { "type": "object", "description": "A product.", "required": [ "id" ], "properties": { "id": { "type": "integer", "format": "int64" }, "name": { "type": "string" } } },
              "Order": { "type": "object", "description": "An order.", "properties": { "productId": { "type": "integer", "format": "int64" } } },
              "Problem": { "type": "object", "description": "A problem.", "properties": { "message": { "type": "string" } } }
            }
          }
        }
        """;

    /// <summary>No tag: a flat client.</summary>
    public const string Zen = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Zen", "version": "1" },
          "paths": { "/zen": { "get": { "operationId": "zen", "summary": "A saying.", "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "type": "string" } } } } } } } }
        }
        """;

    /// <summary>A project with one client of <see cref="Shop"/>.</summary>
    public static TestProject ShopProject { get; } = TestProject.Of("""
        namespace MyApp;

        /// <summary>The shop.</summary>
        [OpenApiClient("specs/shop.json")]
        [BearerAuth]
        [Timeout(TotalSeconds = 0.5)]
        public sealed partial class ShopClient;
        """).WithDocument("specs/shop.json", Shop);
}
