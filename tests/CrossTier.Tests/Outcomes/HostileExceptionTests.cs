using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
#if NET9_0_OR_GREATER
using System.Runtime.Loader;
#endif
using CrossTier.Outcomes;
using CrossTier.Protocols;
using CrossTier.Testing;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Outcomes;

/// <summary>Whatever the members of an exception do, it is what the caller gets, at once, and the request is counted.</summary>
public class HostileExceptionTests
{
    static readonly Lazy<Type[]> Types = new(() => HostileTypes.Make(Nightly.Cases(400), new Random(5)));

    // A test's name would ask for their messages: they are made inside the test.
    static readonly Dictionary<string, Func<Exception>> Endless = new()
    {
        ["blocks"] = () => new BlockingException(),
        ["recurses"] = () => new RecursingException(),
        ["recurses by two"] = () => new MutuallyRecursingException(),
        ["loops"] = () => new LoopingException(),
        ["blocks for its reply"] = () => new BlockingReplyException(),
        ["is inside itself"] = Cyclic,
        ["is inside itself, twice"] = () => new AggregateException(Cyclic(), Cyclic()),
    };

    public static TheoryData<string> Names() => [.. Endless.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_member_that_never_comes_back_is_not_asked(string name)
    {
        var measured = new Measured();
        Assert.Equal(0, await CountFailureOf(measured, Endless[name]()));
        Assert.Equal((0, 1, 0, 0), measured.Requests());
    }

    [Fact]
    public async Task Exceptions_of_generated_types_replace_nothing()
    {
        var measured = new Measured();
        foreach (var type in Types.Value)
        {
            Assert.Equal(0, await CountFailureOf(measured, (Exception)RuntimeHelpers.GetUninitializedObject(type)));
        }

        Assert.Equal((0, Types.Value.Length, 0, 0), measured.Requests());
    }

#if NET9_0_OR_GREATER
    [Theory]
    [InlineData("Status")]
    [InlineData("StatusCode")]
    [InlineData("ErrorType")]
    [InlineData("GetRawResponse")]
    [InlineData("Anything")]
    public async Task An_exception_of_which_an_assembly_is_missing_is_what_the_caller_gets(string member)
    {
        var context = new AssemblyLoadContext(member, isCollectible: true);
        var type = context.LoadFromStream(HostileTypes.WithMissingType(member)).GetType("Holder", throwOnError: true)!;
        var measured = new Measured();
        Assert.Equal(0, await CountFailureOf(measured, (Exception)Activator.CreateInstance(type)!));
        Assert.Equal((0, 1, 0, 0), measured.Requests());
        context.Unload();
    }
#endif

    [Fact]
    public void What_a_getter_reads_from_a_field_is_still_found()
    {
        Assert.Equal(ErrorKind.RateLimited, ErrorClassifier.KindOf(new ExplicitFieldException()));
        Assert.Equal(ErrorKind.RateLimited, ErrorClassifier.KindOf(new NestedGetterException()));
        Assert.Equal(ErrorKind.ContentFilter, ErrorClassifier.KindOf(new ComposedMessageException()));
    }

    // 0, or how many of the ways on which a failure comes replaced it.
    static async Task<int> CountFailureOf(Measured measured, Exception exception)
    {
        var source = new TaskCompletionSource<Reply>();
        var pending = measured.Start().Measure<Reply, ReplyReader>(source.Task);
        var before = measured.Requests().Failure;
        source.SetException(exception);
        var replaced = 0;
        try
        {
            await pending;
        }
        catch (Exception e)
        {
            replaced += ReferenceEquals(e, exception) ? 0 : 1;
        }

        return replaced + (measured.Requests().Failure == before + 1 ? 0 : 1);
    }

    static AggregateException Cyclic()
    {
        var exception = new AggregateException(new InvalidOperationException());
        typeof(Exception).GetField("_innerException", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(exception, exception);
        typeof(AggregateException).GetField("_innerExceptions", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(exception, new Exception[] { exception });
        return exception;
    }

    sealed class BlockingException : Exception
    {
        public int Status => Block<int>();

        public string ErrorType => Block<string>();

        public override string Message => Block<string>();

        static T Block<T>()
        {
            Thread.Sleep(Timeout.Infinite);
            return default!;
        }
    }

    sealed class RecursingException : Exception
    {
        public int StatusCode => StatusCode + 1;

        public override string Message => Message + "!";
    }

    sealed class MutuallyRecursingException : Exception
    {
        public int Status => Other;

        public override string Message => ToString();

        int Other => Status;
    }

    sealed class LoopingException : Exception
    {
        public HttpStatusCode? StatusCode
        {
            get
            {
                while (true)
                {
                }
            }
        }
    }

    sealed class BlockingReplyException : Exception
    {
        public FailedReplyTests.Headers? GetRawResponse()
        {
            Thread.Sleep(Timeout.Infinite);
            return null;
        }
    }

    sealed class ExplicitFieldException : Exception
    {
        readonly int? _status = 429;

        public int Status
        {
            get { return _status ?? 0; }
        }
    }

    class NestedGetterException : Exception
    {
        public HttpStatusCode StatusCode => Response.StatusCode;

        protected virtual HttpResponseMessage Response { get; } = new(HttpStatusCode.TooManyRequests);
    }

    sealed class ComposedMessageException : Exception
    {
        public HttpStatusCode StatusCode { get; } = HttpStatusCode.BadRequest;

        public override string Message => string.Format("Status {0}: {1}", StatusCode, Body);

        string Body { get; } = "content_filter";
    }
}
