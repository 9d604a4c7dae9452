namespace CrossTier.Analyzers.Tests.Mutations;

/// <summary>Valid programs around our attributes: what mutants are made of.</summary>
static class SeedPrograms
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        [assembly: AiApi(typeof(Sdk), "Ask", Provider = "acme")]
        class Usage { public int InputTokens { get; set; } public long? OutputTokens { get; } }
        class Reply { public Usage? Usage { get; init; } public string Model => ""; public string? Text { get; set; } }
        class Options { public string? ModelId { get; set; } public CancellationToken Token { get; set; } }
        class Sdk(string model)
        {
            public string Model => model;
            public Uri? Endpoint { get; set; }
            public Reply Ask(in int seed, string text) => new() { Text = text + seed };
            public Task<Reply> Ask(string text, Options? options = null, CancellationToken token = default) => Task.FromResult(new Reply());
            public ValueTask<Reply> Ask(ref int seed) => new(new Reply());
            public IAsyncEnumerable<Reply> Ask(out string text) { text = ""; return Ask(1L); }
            public async IAsyncEnumerable<Reply> Ask(long seed) { await Task.Yield(); yield return new Reply(); }
            public void Ask(params int[] seeds) { }
            public Task Ask(dynamic text, Func<int>? seed) => Task.CompletedTask;
            public ref long Ask(long[] seeds) => ref seeds[0];
            public int Ask(ReadOnlySpan<char> text) => text.Length;
        }
        [AiCall("acme", "one")]
        class Caller(Sdk sdk)
        {
            int _seed;
            object One() => sdk.Ask(1, "text");
            Task<Reply> Two() => sdk.Ask("text", new Options());
            ValueTask<Reply> Three() => sdk.Ask(ref _seed);
            IAsyncEnumerable<Reply> Four() => sdk.Ask(out _);
            async Task Five() { await foreach (var reply in sdk.Ask(2L)) { _ = reply.Text; } }
            void Six() => sdk.Ask(1, 2, 3);
            Task Seven() => sdk.Ask((object)"text", null);
            ref long Eight(long[] seeds) => ref sdk.Ask(seeds);
            int Nine() => sdk.Ask("text".AsSpan());
        }
        """,
        """
        [assembly: AiApi(typeof(ISdk<>), "Ask")]
        [assembly: AiApi(typeof(SdkExtensions), "AskTwice")]
        interface ISdk<T> where T : class
        {
            Task<TReply> Ask<TReply>(T text) where TReply : notnull;
            T Ask<TOther>(TOther other, T text) where TOther : struct;
            static virtual int Count => 1;
        }
        static class SdkExtensions
        {
            public static Task<T> AskTwice<T>(this ISdk<T> sdk, T text) where T : class => sdk.Ask<T>(text);
            public static IEnumerable<string> AskTwice(this string text) { yield return text; }
        }
        class Caller<T, U> where T : class, new() where U : ISdk<T>
        {
            [AiCall] public Task<int> One(ISdk<T> sdk) => sdk.Ask<int>(new T());
            [AiCall(Name = "two")] public T Two(ISdk<T> sdk) => sdk.Ask(2, new T());
            [AiCall] public Task<T> Three(ISdk<T> sdk) => sdk.AskTwice(new T());
            [AiCall] public object Four() { return "text".AskTwice(); }
            class Inner<V> where V : U
            {
                [AiCall] Task<string> Ask(ISdk<string> sdk) => sdk.Ask<string>("text");
                [AiIgnore("inner")] Task<string> Other(ISdk<string> sdk) => sdk.AskTwice("text");
            }
        }
        """,
        """
        interface IKept { static abstract int Count { get; } int Kept { get; } }
        struct Kept : IKept { public static int Count => 1; int IKept.Kept => 2; }
        partial class Acme(string provider, string model)
        {
            public string Provider => provider;
            public string? Model { get; } = model;
            public AiTier Tier => AiTier.Local;
            [AiCall] public partial Task<string> AskAsync(string text, CancellationToken token = default);
            Task<string> AskAsyncCore(string text, CancellationToken token) => Task.FromResult(text);
            [AiCall("acme")] internal static partial T Ask<T>(in T text, ref int count) where T : struct;
            static T AskCore<T>(in T text, ref int count) where T : struct => text;
            [AiCall("acme", "m")] private partial IAsyncEnumerable<string> EachAsync(string text);
            async IAsyncEnumerable<string> EachAsyncCore(string text) { await Task.Yield(); yield return text; }
            [AiCall] protected virtual partial void Send(dynamic text, params int[] seeds);
            void SendCore(dynamic text, int[] seeds) { }
            [AiCall] public partial ref readonly int Peek(int[] seeds);
            ref readonly int PeekCore(int[] seeds) => ref seeds[0];
            partial class Nested<T> where T : IKept
            {
                [AiCall] public partial ValueTask<T?> AskAsync(T? kept);
                ValueTask<T?> AskAsyncCore(T? kept) => new(kept);
            }
            [AiQueue("m")] static int Waiting => 1;
            [AiQueue] int _queued = 0;
            [AiQueue("m", Instance = "gpu")] public long Count() => _queued;
        }
        """,
        """
        [AiCall("openai", "gpt-4o", Instance = "i", Tier = AiTier.Cloud)]
        class Triage(IChatClient client, IEmbeddingGenerator<string, Embedding<float>> embedder)
        {
            readonly Func<string, Task<ChatResponse>> _ask = [AiCall(Name = "field")] (text) => Static.Client.GetResponseAsync(text);
            public Task<ChatResponse> First => client.GetResponseAsync("property");
            public async Task<string> AskAsync(string text, ChatOptions? options = null)
            {
                var reply = await client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], options);
                var typed = await client.GetResponseAsync<int>(text);
                return reply.Text + typed.Result + await Local(text);

                [AiIgnore("local")]
                async Task<string> Local(string inner)
                {
                    var update = "";
                    await foreach (var u in client.GetStreamingResponseAsync(inner)) { update += u.Text; }
                    return update;
                }
            }
            public async Task<float> EmbedAsync(params string[] texts) => (await embedder.GenerateAsync(texts))[0].Vector.Span[0];
            public static Task<ChatResponse>? Maybe(IChatClient? client) => client?.GetResponseAsync("maybe");
            public object Group => (Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>>)client.GetResponseAsync;
            public Task Dynamic(dynamic text) => client.GetResponseAsync(text);
        }
        static class Static { public static IChatClient Client => throw new NotSupportedException(); }
        record struct Point(IChatClient Client) { [AiCall] public readonly Task<ChatResponse> Ask() => Client.GetResponseAsync("struct"); }
        """,
        """
        sealed class Layer(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override Task<ChatResponse> GetResponseAsync(
                IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                base.GetResponseAsync(messages.Take(1), options, token);
            [AiCall] public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
                IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
            {
                await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, token).WithCancellation(token)) { yield return update; }
            }
        }
        [AiCall]
        static class Generic
        {
            public static Task<ChatResponse> One<T>(T client) where T : class, IChatClient => client.GetResponseAsync(Array.Empty<ChatMessage>());
            public static Task<ChatResponse> Two<T>(T client) where T : IChatClient => client.GetResponseAsync(Array.Empty<ChatMessage>());
            public static unsafe int* Three(int* pointer) => pointer;
            public static System.Linq.Expressions.Expression<Func<IChatClient, Task<ChatResponse>>> Tree =>
                client => client.GetResponseAsync("tree", null, default);
        }
        file sealed class Hidden : DelegatingChatClient
        {
            public Hidden(IChatClient inner) : base(inner) { Ask = this.GetResponseAsync([]); }
            [AiCall] public Task<ChatResponse> Ask { get; }
        }
        """,
        """
        [assembly: AiApi(typeof(Sdk), "Ask", Usage = "Body.Usage", Model = "request.Name")]
        [assembly: AiApi(typeof(Sdk.IInner), "Ask", InputTokens = "In", OutputTokens = "Out")]
        public abstract class Sdk
        {
            public class Body<T> { public Counts? Usage { get; set; } public T? Value { get; set; } }
            public struct Counts { public int PromptTokens; public int CompletionTokens { get; set; } public uint CachedTokens => 0; }
            public class Request { public string Name { get; set; } = ""; }
            public class Holder { public Body<string>? Body { get; set; } public int In => 1; public int? Out => 2; }
            public interface IInner { Holder Ask(Request request); event Action? Asked; Holder this[int index] { get; } }
            public abstract Task<Holder> Ask(Request request);
            public virtual Task<Body<T>> Ask<T>(T request, scoped in Counts counts) where T : unmanaged => Task.FromResult(new Body<T>());
            public abstract IEnumerable<Holder> Ask(IEnumerable<Request> requests);
            protected internal Task<Holder?> Ask(string name) => Ask(new Request { Name = name })!;
        }
        [AiCall("sdk")]
        public sealed class User(Sdk sdk, Sdk.IInner inner)
        {
            public async Task<string?> One() => (await sdk.Ask(new Sdk.Request())).Body?.Value;
            public Task<Sdk.Body<int>> Two() => sdk.Ask(2, new Sdk.Counts());
            public object Three() => sdk.Ask([new Sdk.Request()]);
            public int Four => inner.Ask(new Sdk.Request()).In;
            public event EventHandler Five { add { inner.Ask(new Sdk.Request()); } remove { _ = sdk.Ask("five"); } }
            public static User operator +(User user, int seed) { user.Three(); return user; }
            ~User() { inner.Ask(null!); }
        }
        """,
    ];
}
