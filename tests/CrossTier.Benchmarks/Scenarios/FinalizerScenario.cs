using System.Runtime.CompilerServices;
using CrossTier.Benchmarks.Harness;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>What it costs a stream that it ends also where its reader drops it: an object of its size with a finalizer that never runs.</summary>
static class FinalizerScenario
{
    const string With = "the same with a finalizer, suppressed at the end";

    public static Scenario Create() => new("the object of a stream", [
        new(Results.Bare, Loop(static () => new WithoutFinalizer().End())),
        new(Results.Floor, Loop(static () => new WithoutFinalizer().End())),
        new(With, Loop(static () => new WithFinalizer().End())),
    ], 5_000, results => [
        new("ns added, finalizer of a stream", results.Net(With), 100, IsExact: false),
        new("bytes added, finalizer of a stream", results.BytesAdded(With), 0, IsExact: true),
    ]);

    static Action<int> Loop(Action make) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            make();
        }
    };

    /// <summary>152 bytes beside the object's header: a stream's 168.</summary>
    [InlineArray(19)]
    struct Fields
    {
        long _first;
    }

    class WithoutFinalizer
    {
        Fields _fields;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public virtual void End() => _fields[0] = 1;
    }

    sealed class WithFinalizer : WithoutFinalizer
    {
        ~WithFinalizer() => base.End();

        [MethodImpl(MethodImplOptions.NoInlining)]
        public override void End()
        {
            GC.SuppressFinalize(this);
            base.End();
        }
    }
}
