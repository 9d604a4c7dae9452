using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossTier.Package.Tests.Support;

/// <summary>A program under <c>dotnet watch</c>.</summary>
sealed class WatchedProgram : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    readonly Process _process;
    readonly string _folder;
    readonly string _scratch;
    readonly ConcurrentQueue<string> _lines = new();

    /// <param name="process">The process of <c>dotnet watch</c>, with its output redirected.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="scratch">A file outside it on the same disk.</param>
    public WatchedProgram(Process process, string folder, string scratch)
    {
        (_process, _folder, _scratch) = (process, folder, scratch);
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it and the program have printed.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Edits a file and waits until a line is printed; the line. A change that the system's notification lost is saved once more.</summary>
    public async Task<string> Edit(string file, Func<string, string> edit, Func<string, bool> isExpected)
    {
        var path = Path.Combine(_folder, file);
        var text = edit(File.ReadAllText(path));
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Limit)
        {
            // In one step: half of an edit would be one of its own.
            File.WriteAllText(_scratch, text);
            File.Move(_scratch, path, overwrite: true);
            if (await Find(isExpected, Patience) is { } line)
            {
                return line;
            }
        }

        throw Silent();
    }

    /// <summary>Waits until it has printed a line; the line.</summary>
    public async Task<string> Printed(Func<string, bool> isExpected) => await Find(isExpected, Limit) ?? throw Silent();

    async Task<string?> Find(Func<string, bool> isExpected, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < limit && !_process.HasExited)
        {
            if (_lines.FirstOrDefault(isExpected) is { } line)
            {
                return line;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return null;
    }

    TimeoutException Silent() => new(string.Join('\n', _lines.Take(60).Concat(_lines.TakeLast(20))));

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
