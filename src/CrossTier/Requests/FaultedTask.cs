using System.Reflection;

namespace CrossTier.Requests;

/// <summary>
/// Ends a task as faulted, as another one is. The builder of an async method makes a cancelled task of an <c>OperationCanceledException</c> and
/// keeps one exception of several; the task itself can do better, by a method that the framework keeps to itself.
/// </summary>
static class FaultedTask
{
    static readonly Func<Task, object, bool>? TrySetException = typeof(Task)
        .GetMethod(nameof(TrySetException), BindingFlags.Instance | BindingFlags.NonPublic, [typeof(object)])
        ?.CreateDelegate<Func<Task, object, bool>>();

    /// <summary>Ends a task as the one that it stands for, if a builder would end it otherwise.</summary>
    /// <param name="task">The task that is handed out.</param>
    /// <param name="inner">The task that has failed.</param>
    /// <returns>False if a builder ends it just so.</returns>
    public static bool TryEndAs(Task task, Task inner) =>
        inner.Exception is { InnerExceptions: var all }
        && (all.Count > 1 || all[0] is OperationCanceledException)
        && TrySetException?.Invoke(task, all) == true;
}
