namespace CrossTier.Benchmarks.Scenarios;

/// <summary>Makes a call again and again, and takes its reply.</summary>
static class CallLoop
{
    public static Action<int> Of(Func<Task> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            call().GetAwaiter().GetResult();
        }
    };

    public static Action<int> Of<T>(Func<ValueTask<T>> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            call().GetAwaiter().GetResult();
        }
    };
}
