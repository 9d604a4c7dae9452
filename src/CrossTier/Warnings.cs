using System.Collections.Concurrent;

namespace CrossTier;

/// <summary>Warnings for the people who run the program, each at most once in a process. Never holds a prompt, a reply or a key.</summary>
static class Warnings
{
    static readonly ConcurrentDictionary<string, bool> Written = new();

    public static Action<string> Sink { get; set; } = Console.Error.WriteLine;

    public static void Once(string id, string text)
    {
        if (!Written.TryAdd(id, true))
        {
            return;
        }

        try
        {
            Sink("CrossTier: " + text);
        }
        catch (Exception)
        {
            // The sink is the application's; a call must not fail because a warning could not be written. It is repeated next time.
            Written.TryRemove(id, out _);
        }
    }
}
