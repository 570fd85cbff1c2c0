using Integrations;
using Integrations.Http;
using Integrations.Json;

namespace Golden.Storefront
{
    /// <summary>Operations of the tag <c>products</c>.</summary>
    public partial interface IProductsOperations
    {
        /// <summary>Get a product.</summary>
        Task<Product> GetAsync(long id, string? ifNoneMatch = null, CancellationToken cancellationToken = default);
        /// <inheritdoc cref="GetAsync"/>
        Task<ApiResponse<Product>> GetResponseAsync(long id, string? ifNoneMatch = null, CancellationToken cancellationToken = default);
        /// <summary>List products.</summary>
        Task<List<Product>> ListAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default);
        /// <inheritdoc cref="ListAsync"/>
        Task<ApiResponse<List<Product>>> ListResponseAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default);
        /// <summary>The items of all pages of GET /products, each page fetched when it is needed.</summary>
        /// <seealso cref="ListAsync"/>
        IAsyncEnumerable<Product> ListAllAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default);
        /// <summary>Create a product.</summary>
        Task<Product> CreateAsync(Product body, CancellationToken cancellationToken = default);
        /// <inheritdoc cref="CreateAsync"/>
        Task<ApiResponse<Product>> CreateResponseAsync(Product body, CancellationToken cancellationToken = default);
        /// <summary>Delete a product.</summary>
        Task DeleteAsync(long id, CancellationToken cancellationToken = default);
        /// <inheritdoc cref="DeleteAsync"/>
        Task<ApiResponse> DeleteResponseAsync(long id, CancellationToken cancellationToken = default);
        /// <summary>Download a picture.</summary>
        Task<Stream> PictureAsync(long id, CancellationToken cancellationToken = default);
        /// <inheritdoc cref="PictureAsync"/>
        Task<ApiResponse<Stream>> PictureResponseAsync(long id, CancellationToken cancellationToken = default);
        /// <summary>The same operations, whose calls do some things differently.</summary>
        /// <param name="options">What they do differently.</param>
        /// <returns>The operations over the same connections.</returns>
        IProductsOperations With(CallOptions options);
    }

    /// <inheritdoc cref="IProductsOperations"/>
    public sealed partial class ProductsOperations : IProductsOperations
    {
        internal static readonly OperationDescriptor GetOperation = new("GET", "/products/{id}", "products/get", "products")
        {
            Errors = new ErrorMap().Json<Problem, ModelCodec<Problem>>("404").Json<Problem, ModelCodec<Problem>>("default"),
        };
        internal static readonly OperationDescriptor ListOperation = new("GET", "/products", "products/list", "products");
        internal static readonly OperationDescriptor CreateOperation = new("POST", "/products", "products/create", "products");
        internal static readonly OperationDescriptor DeleteOperation = new("DELETE", "/products/{id}", "products/delete", "products") { Anonymous = true };
        internal static readonly OperationDescriptor PictureOperation = new("GET", "/products/{id}/picture", "products/picture", "products") { Accept = "image/png" };

        private readonly ApiClient _api;

        internal ProductsOperations(ApiClient api) => _api = api;

        /// <inheritdoc/>
        public Task<Product> GetAsync(long id, string? ifNoneMatch = null, CancellationToken cancellationToken = default) =>
            _api.SendAsync<Product, ModelCodec<Product>>(GetRequest(id, ifNoneMatch), cancellationToken);

        /// <inheritdoc/>
        public Task<ApiResponse<Product>> GetResponseAsync(long id, string? ifNoneMatch = null, CancellationToken cancellationToken = default) =>
            _api.SendResponseAsync<Product, ModelCodec<Product>>(GetRequest(id, ifNoneMatch), cancellationToken);

        private static ApiRequest GetRequest(long id, string? ifNoneMatch)
        {
            var url = new UrlBuilder("/products/");
            url.PathInt64("id", id);
            var request = new ApiRequest(GetOperation, ref url);
            request.HeaderString("If-None-Match", ifNoneMatch);
            return request;
        }

        /// <inheritdoc/>
        public Task<List<Product>> ListAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default) =>
            _api.SendAsync<List<Product>, ListCodec<Product, ModelCodec<Product>>>(ListRequest(state, page, tags), cancellationToken);

        /// <inheritdoc/>
        public Task<ApiResponse<List<Product>>> ListResponseAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default) =>
            _api.SendResponseAsync<List<Product>, ListCodec<Product, ModelCodec<Product>>>(ListRequest(state, page, tags), cancellationToken);

        /// <inheritdoc/>
        public IAsyncEnumerable<Product> ListAllAsync(ProductState? state = null, int? page = null, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default) =>
            _api.LinkPages<List<Product>, ListCodec<Product, ModelCodec<Product>>, Product>(ListRequest(state, page, tags), static page => page, cancellationToken);

        private static ApiRequest ListRequest(ProductState? state, int? page, IReadOnlyList<string>? tags)
        {
            var url = new UrlBuilder("/products");
            url.QueryString("state", state?.Value);
            url.QueryInt32("page", page);
            url.QueryValue<IReadOnlyList<string>, ReadOnlyListCodec<string, StringCodec>>("tags", tags, ParameterStyle.Form, explode: true);
            return new ApiRequest(ListOperation, ref url);
        }

        /// <inheritdoc/>
        public Task<Product> CreateAsync(Product body, CancellationToken cancellationToken = default) =>
            _api.SendAsync<Product, ModelCodec<Product>>(CreateRequest(body), cancellationToken);

        /// <inheritdoc/>
        public Task<ApiResponse<Product>> CreateResponseAsync(Product body, CancellationToken cancellationToken = default) =>
            _api.SendResponseAsync<Product, ModelCodec<Product>>(CreateRequest(body), cancellationToken);

        private static ApiRequest CreateRequest(Product body)
        {
            var url = new UrlBuilder("/products");
            var request = new ApiRequest(CreateOperation, ref url);
            request.JsonBody<Product, ModelCodec<Product>>(body);
            return request;
        }

        /// <inheritdoc/>
        public Task DeleteAsync(long id, CancellationToken cancellationToken = default) =>
            _api.SendAsync(DeleteRequest(id), cancellationToken);

        /// <inheritdoc/>
        public Task<ApiResponse> DeleteResponseAsync(long id, CancellationToken cancellationToken = default) =>
            _api.SendResponseAsync(DeleteRequest(id), cancellationToken);

        private static ApiRequest DeleteRequest(long id)
        {
            var url = new UrlBuilder("/products/");
            url.PathInt64("id", id);
            return new ApiRequest(DeleteOperation, ref url);
        }

        /// <inheritdoc/>
        public Task<Stream> PictureAsync(long id, CancellationToken cancellationToken = default) =>
            _api.SendStreamAsync(PictureRequest(id), cancellationToken);

        /// <inheritdoc/>
        public Task<ApiResponse<Stream>> PictureResponseAsync(long id, CancellationToken cancellationToken = default) =>
            _api.SendStreamResponseAsync(PictureRequest(id), cancellationToken);

        private static ApiRequest PictureRequest(long id)
        {
            var url = new UrlBuilder("/products/");
            url.PathInt64("id", id);
            url.Literal("/picture");
            return new ApiRequest(PictureOperation, ref url);
        }

        /// <inheritdoc cref="IProductsOperations.With"/>
        public ProductsOperations With(CallOptions options) => new ProductsOperations(_api.With(options));

        IProductsOperations IProductsOperations.With(CallOptions options) => With(options);
    }

    /// <summary>An error.</summary>
    public sealed partial class Problem : IJsonModel<Problem>
    {
        internal static readonly JsonShape Shape = new("Problem", "message?,");
        private ExtraProperties? _extra;
        /// <summary>What went wrong.</summary>
        public string? Message { get; set; }
        /// <summary>Properties that the document does not name: kept, and written back.</summary>
        public ExtraProperties AdditionalProperties => _extra ??= new();

        static Problem IJsonModel<Problem>.Read(ref JsonReader reader)
        {
            var value = new Problem();
            var cursor = reader.StartObject(Shape);
            while (reader.Next(ref cursor))
            {
                switch (cursor.Index)
                {
                    case 0: value.Message = reader.StringOrNull(); break;
                    default: reader.Keep(ref value._extra); break;
                }
            }
            reader.EndObject(ref cursor);
            return value;
        }

        static void IJsonModel<Problem>.Write(ref JsonWriter writer, Problem value)
        {
            writer.StartObject();
            writer.StringOrSkip("message"u8, value.Message);
            writer.Extra(value._extra);
            writer.EndObject();
        }
    }
}

namespace Golden
{
    /// <summary>What the user writes.</summary>
    [BearerAuth]
    [Retry(MaxAttempts = 3)]
    [Timeout(TotalSeconds = 30, AttemptSeconds = 10)]
    [CircuitBreaker(FailureRatio = 0.5, MinimumThroughput = 10, BreakSeconds = 30)]
    public sealed partial class StorefrontClient;

    // What the generator adds.
    public sealed partial class StorefrontClient : IIntegrationClient<StorefrontClient>
    {
        private ApiClient _api = null!;
        private StorefrontClient() { }   // only where the user's part declares no constructor

        /// <summary>Operations of the tag <c>products</c>.</summary>
        public Storefront.ProductsOperations Products { get; private set; } = null!;

        /// <summary>Every operation of this client.</summary>
        public static IReadOnlyList<OperationDescriptor> Operations { get; } =
        [
            Storefront.ProductsOperations.GetOperation,
            Storefront.ProductsOperations.ListOperation,
            Storefront.ProductsOperations.CreateOperation,
            Storefront.ProductsOperations.DeleteOperation,
            Storefront.ProductsOperations.PictureOperation,
        ];

        ApiClient IIntegrationClient<StorefrontClient>.Api => _api;

        static IntegrationDefinition IIntegrationClient<StorefrontClient>.Definition { get; } = new("Storefront")
        {
            BaseAddress = "https://storefront.example.com/v1",           // the document's first server, when absolute; null else
            Auth = [new BearerAuthAttribute()],
            Policies = [new RetryAttribute { MaxAttempts = 3 }, new TimeoutAttribute { TotalSeconds = 30, AttemptSeconds = 10 }, new CircuitBreakerAttribute { FailureRatio = 0.5, MinimumThroughput = 10, BreakSeconds = 30 }],
            Operations = Operations,
        };

        static StorefrontClient IIntegrationClient<StorefrontClient>.Create(ApiClient api, IServiceProvider services)
        {
            var client = new StorefrontClient();
            client._api = api;
            client.Products = new Storefront.ProductsOperations(api);
            return client;
        }

        /// <summary>The same client, whose calls do some things differently.</summary>
        /// <param name="options">What they do differently.</param>
        /// <returns>A client over the same connections.</returns>
        public StorefrontClient With(CallOptions options)
        {
            var client = (StorefrontClient)MemberwiseClone();
            client._api = _api.With(options);
            client.Products = new Storefront.ProductsOperations(client._api);
            return client;
        }
    }

    /// <summary>Registers the integrations of this assembly.</summary>
    public sealed class GoldenIntegrationModule : IIntegrationModule
    {
        /// <inheritdoc/>
        public static void Register(IntegrationsBuilder builder)
        {
            builder.AddClient<StorefrontClient>();
            builder.AddService<StorefrontClient, Storefront.IProductsOperations>(static client => client.Products);
        }
    }
}

namespace Integrations
{
    /// <summary>Emitted into the program (internal, [Embedded]).</summary>
    internal static class IntegrationsHostExtensions
    {
        public static TBuilder AddIntegrations<TBuilder>(this TBuilder builder, Action<IntegrationsBuilder>? configure = null)
            where TBuilder : Microsoft.Extensions.Hosting.IHostApplicationBuilder
        {
            AddIntegrations(builder.Services, builder.Configuration, configure);
            return builder;
        }

        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddIntegrations(
            this Microsoft.Extensions.DependencyInjection.IServiceCollection services,
            Microsoft.Extensions.Configuration.IConfiguration configuration,
            Action<IntegrationsBuilder>? configure = null)
        {
            var integrations = IntegrationsBuilder.For(services, configuration);
            integrations.AddModule<Golden.GoldenIntegrationModule>();
            configure?.Invoke(integrations);
            return services;
        }
    }
}
