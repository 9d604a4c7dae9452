using System.Threading.Tasks.Sources;
using CrossTier.CompilerServices;

namespace CrossTier.Tests.Support;

/// <summary>What an inference API may return.</summary>
public enum Shape
{
    Task,
    TaskOfReply,
    ValueTask,
    ValueTaskOfReply,
    ValueTaskOfSource,
    ValueTaskOfReplyOfSource,
}

static class ShapeExtensions
{
    /// <summary>Tracks a call of that shape as generated code does, and awaits it.</summary>
    public static async Task Await(this Shape shape, AiRequest request, Task<Reply> inner)
    {
        switch (shape)
        {
            case Shape.Task:
                await request.Measure((Task)inner);
                break;
            case Shape.TaskOfReply:
                Assert.Same(await request.Measure<Reply, ReplyReader>(inner), await inner);
                break;
            case Shape.ValueTask:
                await request.Measure(new ValueTask(inner));
                break;
            case Shape.ValueTaskOfReply:
                Assert.Same(await request.Measure<Reply, ReplyReader>(new ValueTask<Reply>(inner)), await inner);
                break;
            case Shape.ValueTaskOfSource:
                await request.Measure(new ValueTask(new OnceSource(inner), 7));
                break;
            default:
                Assert.Same(await request.Measure<Reply, ReplyReader>(new ValueTask<Reply>(new OnceSource(inner), 7)), await inner);
                break;
        }
    }

    /// <summary>As a pooling library makes them: to be asked for its result once and only when it is there.</summary>
    sealed class OnceSource(Task<Reply> inner) : IValueTaskSource, IValueTaskSource<Reply>
    {
        bool _taken;

        public ValueTaskSourceStatus GetStatus(short token)
        {
            Check(token);
            return inner.Status switch
            {
                TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
                TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
                TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
                _ => ValueTaskSourceStatus.Pending,
            };
        }

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        {
            Check(token);
            inner.GetAwaiter().UnsafeOnCompleted(() => continuation(state));
        }

        public Reply GetResult(short token)
        {
            Check(token);
            Assert.True(inner.IsCompleted, "The result was asked for before it was there.");
            _taken = true;
            return inner.GetAwaiter().GetResult();
        }

        void IValueTaskSource.GetResult(short token) => GetResult(token);

        void Check(short token) => Assert.True(token == 7 && !_taken, "A ValueTask was used after its result was taken.");
    }
}
