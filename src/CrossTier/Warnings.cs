using System.Collections.Concurrent;

namespace CrossTier;

/// <summary>
/// Lines for the people who run the program, each at most once in a process. Never holds a prompt, a reply or a key. They go where the application
/// sends them, else to the log of its host, else to the standard error stream.
/// </summary>
static class Warnings
{
    static readonly ConcurrentDictionary<string, bool> Written = new();

    static readonly ConcurrentQueue<(string Id, string Text)> Waiting = new();

    static Action<string>? s_explicit = Of(Settings.OfProcess.Text(Settings.Log));
    static (Action<string> Information, Action<string> Warning)? s_host;

    public static Action<string> Sink
    {
        get => s_explicit ?? s_host?.Warning ?? Console.Error.WriteLine;
        set => s_explicit = value;
    }

    /// <summary>The log of the application's host; the first one stays.</summary>
    public static void UseHost(Action<string> information, Action<string> warning)
    {
        s_host ??= (information, warning);
        while (Waiting.TryDequeue(out var line))
        {
            Inform(line.Id, line.Text);
        }
    }

    public static void Once(string id, string text) => Write(id, text, Sink);

    /// <summary>A line that wants nothing of anybody: it waits for a log, and stays off the error stream of a program without one.</summary>
    public static void Inform(string id, string text)
    {
        if ((s_explicit ?? s_host?.Information) is { } sink)
        {
            Write(id, text, sink);
        }
        else
        {
            Waiting.Enqueue((id, text));
        }
    }

    /// <summary>The sink that the environment names; null if it names none.</summary>
    public static Action<string>? Of(string? name) => name?.ToLowerInvariant() switch
    {
        "stderr" => Console.Error.WriteLine,
        "stdout" => Console.Out.WriteLine,
        "none" => TextWriter.Null.WriteLine,
        _ => null,
    };

    static void Write(string id, string text, Action<string> sink)
    {
        if (!Written.TryAdd(id, true))
        {
            return;
        }

        try
        {
            sink("CrossTier: " + text);
        }
        catch (Exception)
        {
            // The sink is the application's; a call must not fail because a warning could not be written. It is written again next time.
            Written.TryRemove(id, out _);
        }
    }
}
