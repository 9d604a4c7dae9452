using System.Runtime.InteropServices;

namespace CrossTier.Tool;

/// <summary>Ends a command at once when the process is told to, even one that waits in the system for the other end of a pipe.</summary>
static class Interruption
{
    const int SignalBase = 128;

    /// <summary>What a command gets to put the terminal in order.</summary>
    static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a command to its end or to the first signal.</summary>
    /// <returns>The command's exit code, or 128 and the signal's number: 130 for SIGINT, 143 for SIGTERM.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        using var cancellation = new CancellationTokenSource();
        var signalled = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = Register(PosixSignal.SIGINT, 2, signalled);
        using var terminate = Register(PosixSignal.SIGTERM, 15, signalled);
        var running = Task.Run(() => command(cancellation.Token));
        if (await Task.WhenAny(running, signalled.Task) == running)
        {
            return await running;
        }

        await cancellation.CancelAsync();
        await Task.WhenAny(running, Task.Delay(s_grace));
        return await signalled.Task;
    }

    static PosixSignalRegistration Register(PosixSignal signal, int number, TaskCompletionSource<int> signalled) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            signalled.TrySetResult(SignalBase + number);
        });
}
