using CrossTier.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CrossTier.Analyzers.Tests;

public sealed class HandWrittenHttpTests : RuleTest<HandWrittenHttpAnalyzer>
{
    [Theory]
    // the Core of a partial method, and what only it reaches
    [InlineData("partial class C(HttpClient http) { [AiCall] public partial Task Ask(); Task AskCore() => http.PostAsync(\"/v1/chat/completions\", null); }")]
    [InlineData(
        "partial class C(HttpClient http) { [AiCall] public partial Task Ask(); Task AskCore() => Send(); Task Send() => "
        + "http.PostAsync(\"/v1/chat/completions\", null); }")]
    // ignored
    [InlineData("[AiIgnore(\"probe\")] class C(HttpClient http) { Task Ask() => http.PostAsync(\"/api/generate\", null); }")]
    // handlers forward
    [InlineData(
        "class C : DelegatingHandler { const string P = \"/v1/messages\"; protected override Task<HttpResponseMessage> "
        + "SendAsync(HttpRequestMessage r, CancellationToken t) => base.SendAsync(r, t); }")]
    [InlineData(
        "class C(HttpMessageInvoker i) : HttpMessageHandler { const string P = \"/v1/messages\"; protected override "
        + "Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) => i.SendAsync(r, t); }")]
    // other endpoints
    [InlineData("class C(HttpClient http) { Task Ask() => http.PostAsync(\"/telemetry\", null); }")]
    [InlineData("class C(HttpClient http) { const string P = \"/v1/chat/completions\"; Task Log() => http.PostAsync(\"https://logs.example/ingest\", null); }")]
    [InlineData("class C(HttpClient http) { const string P = \"/api/chat\"; Task Health() => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, P)); }")]
    [InlineData("class C(HttpClient http) { Task Ask() => http.PostAsync(\"/api/chat/rooms\", null); }")]
    [InlineData("class C(HttpClient http) { Task<string> Models() => http.GetStringAsync(\"/v1/chat/completions\"); }")]
    // serving an endpoint is not calling it
    [InlineData(
        "class C(HttpClient http) { void Map(App app) => app.MapPost(\"/v1/chat/completions\", () => http.PostAsync(\"/audit\", null)); } "
        + "class App { public void MapPost(string p, Delegate d) { } }")]
    // other senders
    [InlineData(
        "class C(Hub hub) { Task Ask() => hub.SendAsync(\"/v1/chat/completions\"); } class Hub { public Task SendAsync(string p) => Task.CompletedTask; }")]
    public async Task A_call_that_is_measured_ignored_or_no_inference_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task The_endpoint_may_stand_in_the_arguments_the_member_or_the_type()
    {
        var messages = await Check("""
            class InArguments(HttpClient http)
            {
                Task Ask() => http.[|PostAsJsonAsync|]("https://api.openai.com/v1/chat/completions", new { });
            }
            class InMember(HttpMessageInvoker http)
            {
                async Task Ask(string host, CancellationToken token)
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, $"{host}/v1/messages");
                    request.Content = JsonContent.Create(new { });
                    await http.[|SendAsync|](request, token);
                }
            }
            class InType(IHttpClientFactory factory)
            {
                const string Path = "/api/generate";
                readonly HttpClient _http = factory.CreateClient("x");
                string Url() => "http://localhost:11434" + Path;
                async Task Ask() => await _http.[|PostAsync|](Url(), new StringContent(""));
            }
            class Gemini(HttpClient http)
            {
                Task Ask(string model, HttpContent body) => http.[|PostAsync|]($"v1beta/models/{model}:generateContent", body);
            }
            class Scoped(HttpClient http)
            {
                [AiCall] Task Ask(HttpContent body) => http.[|PostAsync|]("/openai/deployments/gpt/chat/completions", body);
            }
            """);
        Assert.Equal(
            "'PostAsJsonAsync' sends to an inference endpoint (https://api.openai.com/v1/chat/completions) and nothing measures it; make "
            + "'InArguments.Ask' a partial [AiCall] method with this code as its Core",
            messages[0]);
    }

    [Fact]
    public async Task An_address_of_its_own_in_the_arguments_outweighs_the_member() => await Check("""
        class C(HttpClient http)
        {
            async Task Ask(HttpContent body)
            {
                await http.PostAsync("/audit", body);
                await http.[|PostAsync|]("/v1/messages", body);
            }
        }
        """);

    [Fact]
    public async Task Constants_of_other_types_and_parts_and_bases_count() => await Check("""
        static class Paths { public const string Chat = "v1/chat/completions"; public const string Log = "v1/log"; }
        class Elsewhere(HttpClient http)
        {
            Task Ask() => http.[|PostAsync|](Paths.Chat, null);
            Task Log() => http.PostAsync(Paths.Log, null);
        }
        partial class Parts { const string Path = "/v1/embeddings"; }
        partial class Parts(HttpClient http) { Task Ask() => http.[|PostAsync|](Path, null); }
        class Base { protected const string Path = "/v1/audio/speech"; }
        class Derived(HttpClient http) : Base { Task Ask() => http.[|PostAsync|](Path, null); }
        """);

    [Fact]
    public async Task A_body_with_a_model_and_messages_tells_where_the_address_is_configured() => await Check(""""
        class C(HttpClient http, Uri uri)
        {
            Task Ask(string model, object[] messages) => http.[|PostAsJsonAsync|](uri, new { model, messages });
            Task Raw(string text) => http.[|PostAsync|](uri, new StringContent($$"""{"model":"llama3.2","prompt":"{{text}}"}"""));
            Task Car(string model, string make) => http.PostAsJsonAsync(uri, new { model, make });
        }
        """");

    [Fact]
    public async Task A_helper_with_another_caller_is_not_measured_by_the_core() => await Check("""
        partial class C(HttpClient http)
        {
            [AiCall] public partial Task Ask();
            Task AskCore() => Send();
            public Task Warm() => Send();
            Task Send() => http.[|PostAsync|]("/v1/chat/completions", null);
        }
        """);

    [Fact]
    public async Task A_client_of_ones_own_is_measured_where_it_is_called() => await Check("""
        class Own(HttpClient http) : IChatClient
        {
            public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default)
            {
                await http.PostAsJsonAsync("/v1/chat/completions", messages, cancellationToken);
                return new ChatResponse();
            }
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """);

    [Fact]
    public async Task An_api_of_ones_own_is_measured_where_it_is_called_and_its_neighbours_are_not() => await Check("""
        [assembly: AiApi(typeof(Own), nameof(Own.AskAsync))]
        class Own(HttpClient http)
        {
            public Task AskAsync() => Send();
            Task Send() => http.PostAsync("/v1/chat/completions", null);
            public Task EmbedAsync() => http.[|PostAsync|]("/v1/embeddings", null);
        }
        """);

    [Fact]
    public async Task A_request_that_another_type_sends_is_flagged_where_it_is_made()
    {
        var messages = await Check("""
            class Claude(Transport transport)
            {
                const string Url = "https://api.anthropic.com/v1/messages";
                Task Ask() => transport.Deliver(() => new [|HttpRequestMessage|](HttpMethod.Post, Url) { Content = JsonContent.Create(new { }) });
                Task Again() => transport.Deliver(() => new [|HttpRequestMessage|] { RequestUri = new Uri("http://localhost:11434/api/generate"),
                    Method = HttpMethod.Post });
                Task Local(string host)
                {
                    var url = $"{host}/v1/chat/completions";
                    return transport.Deliver(() => new System.Net.Http.[|HttpRequestMessage|](HttpMethod.Post, url));
                }
                Task Models() => transport.Deliver(() => new HttpRequestMessage(HttpMethod.Get, "/v1/chat/completions"));
                Task Log() => transport.Deliver(() => new HttpRequestMessage(HttpMethod.Post, "https://logs.example/ingest"));
                [AiIgnore("probe")] Task Probe() => transport.Deliver(() => new HttpRequestMessage(HttpMethod.Post, Url));
            }
            class Transport(HttpClient http)
            {
                public async Task Deliver(Func<HttpRequestMessage> make) => await http.SendAsync(make());
            }
            class Own(HttpClient http)
            {
                HttpRequestMessage Make() => new HttpRequestMessage(HttpMethod.Post, "/v1/embeddings");
                Task Ask() => http.[|SendAsync|](Make());
            }
            partial class Measured(Transport transport)
            {
                [AiCall] public partial Task Ask();
                Task AskCore() => transport.Deliver(() => new HttpRequestMessage(HttpMethod.Post, "/v1/messages"));
            }
            """);
        Assert.Equal(
            "'new HttpRequestMessage' sends to an inference endpoint (https://api.anthropic.com/v1/messages) and nothing measures it; make "
            + "'Claude.Ask' a partial [AiCall] method with this code as its Core",
            messages[0]);
    }

    [Fact]
    public async Task A_body_tells_where_the_address_is_configured() => await Check("""
        record ChatRequest { public string? Model { get; init; } public string[]? Messages { get; init; } }
        class Typed(HttpClient http, string url)
        {
            Task Ask() => http.[|PostAsJsonAsync|](url, new ChatRequest { Model = "m", Messages = ["hi"] });
            Task Own() => http.PostAsJsonAsync("rooms/send", new ChatRequest { Model = "m", Messages = ["hi"] });
            Task Logs() => http.PostAsJsonAsync("https://logs.example/ingest", new ChatRequest { Model = "m", Messages = ["hi"] });
        }
        class BuiltElsewhere(HttpClient http, string url)
        {
            object Build(string question) => new { model = "m", messages = new[] { new { role = "user", content = question } } };
            Task Ask() => http.[|PostAsJsonAsync|](url, Build("hi"));
        }
        class Cars(HttpClient http, string url)
        {
            record Car { public string? Model { get; init; } public string? Maker { get; init; } }
            Task Sell() => http.PostAsJsonAsync(url, new Car { Model = "T", Maker = "Ford" });
        }
        """);

    [Fact]
    public async Task Other_http_libraries_are_known() => await Check("""
        class WithRestSharp(RestSharp.RestClient client)
        {
            Task Ask() => client.[|ExecuteAsync|](new RestSharp.RestRequest("v1/chat/completions", RestSharp.Method.Post));
            Task Read() => client.ExecuteAsync(new RestSharp.RestRequest("v1/chat/completions", RestSharp.Method.Get));
            Task Log() => client.ExecuteAsync(new RestSharp.RestRequest("/audit", RestSharp.Method.Post));
        }
        class WithWrapper(Wrapper wrapper)
        {
            Task Ask() => wrapper.Run(new RestSharp.[|RestRequest|]("/chat/completions", RestSharp.Method.Post));
        }
        class Wrapper { public Task Run(RestSharp.RestRequest request) => Task.CompletedTask; }
        class WithFlurl
        {
            Task Ask() => Flurl.Http.Extensions.[|PostJsonAsync|]("https://api.openai.com/v1/responses", new { });
            Task Log() => Flurl.Http.Extensions.PostJsonAsync("https://logs.example/ingest", new { });
        }
        class Pipeline { public Task ExecuteAsync(string path) => Task.CompletedTask; }
        class Other(Pipeline pipeline) { Task Ask() => pipeline.ExecuteAsync("/v1/chat/completions"); }
        namespace RestSharp
        {
            public enum Method { Get, Post }
            public class RestRequest(string path, Method method = Method.Get);
            public class RestClient { public Task ExecuteAsync(RestRequest request) => Task.CompletedTask; }
        }
        namespace Flurl.Http
        {
            public static class Extensions { public static Task PostJsonAsync(this string url, object body) => Task.CompletedTask; }
        }
        """);

    const string Elsewhere = """
        public class Api(HttpClient http)
        {
            public async Task<string> Exchange(string path, object body) => await (await http.PostAsJsonAsync(path, body)).Content.ReadAsStringAsync();
            public Task<bool> IsServed(string path) => Task.FromResult(path.Length > 0);
            public string Join(string path, object body) => path + body;
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_helper_of_another_project_is_known_by_its_signature(bool isBuilt)
    {
        var library = Project.Empty.WithAssemblyName("Library").AddSyntaxTrees(CSharpSyntaxTree.ParseText(Elsewhere, Project.Parse));
        var app = Project.Empty.AddReferences(isBuilt ? Emitted(library) : library.ToMetadataReference()).AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            """
            class C(Api api)
            {
                public Task Ask(object body) => api.Exchange("/v1/chat/completions", body);
                public Task Log(object body) => api.Exchange("/v1/log", body);
                public Task Served() => api.IsServed("/v1/chat/completions");
                public string Joined(object body) => api.Join("/v1/chat/completions", body);
            }
            """,
            Project.Parse));

        var found = await new Project().Analyze(app, [new HandWrittenHttpAnalyzer()]);

        Assert.Equal(
            "'Exchange' sends to an inference endpoint (/v1/chat/completions) and nothing measures it; make 'C.Ask' a partial [AiCall] method with this code "
            + "as its Core",
            Assert.Single(found).GetMessage());
    }

    static PortableExecutableReference Emitted(Compilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, options: new EmitOptions(metadataOnly: true)).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    [Theory]
    [InlineData("class Setup { void Add(Microsoft.Extensions.DependencyInjection.IHttpClientBuilder client) => client.AddCrossTier(); }")]
    [InlineData("class Setup { HttpClient Make() => new(new CrossTierHandler(new HttpClientHandler())); }")]
    [InlineData("class Setup { Type Kind => typeof(CrossTier.CrossTierHandler); }")]
    public async Task The_handler_measures_what_is_written_by_hand(string setup) => await Check(setup + Call.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("class Setup { void Add(Own own) => own.AddCrossTier(); } class Own { public void AddCrossTier() { } }")]
    [InlineData("class Setup { int CrossTierHandler; }")]
    [InlineData("// AddCrossTier()\n")]
    public async Task Another_thing_of_its_name_does_not(string setup) => await Check(setup + Call);

    const string Call = "class C(HttpClient http) { Task Ask() => http.[|PostAsync|](\"/v1/chat/completions\", null); }";
}
