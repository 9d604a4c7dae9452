namespace System.Threading;

/// <summary>The lock of .NET 9 for frameworks before it, as far as it is used here: the compiler takes it for what <c>lock</c> enters.</summary>
sealed class Lock
{
    readonly object _entered = new();

    public Scope EnterScope()
    {
        Monitor.Enter(_entered);
        return new Scope(_entered);
    }

    public readonly ref struct Scope(object entered)
    {
        public void Dispose() => Monitor.Exit(entered);
    }
}
