using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossTier.Package.Tests.Support;

/// <summary>A program under <c>dotnet watch</c>.</summary>
sealed class WatchedProgram : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

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

    /// <summary>Edits a file in one step: half of one would be an edit of its own.</summary>
    public void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(_scratch, edit(File.ReadAllText(path)));
        File.Move(_scratch, path, overwrite: true);
    }

    /// <summary>Waits until it has printed a line; the line.</summary>
    public async Task<string> Printed(Func<string, bool> isExpected)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Limit && !_process.HasExited)
        {
            if (_lines.FirstOrDefault(isExpected) is { } line)
            {
                return line;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail(string.Join('\n', _lines));
        return "";
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
