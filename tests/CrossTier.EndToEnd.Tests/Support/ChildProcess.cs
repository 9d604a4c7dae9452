using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>A program that a test starts, reads and ends.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    readonly StringBuilder _output = new();
    readonly StringBuilder _errors = new();

    ChildProcess(Process process) => _process = process;

    public string Output { get { lock (_output) return _output.ToString(); } }

    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set, or with null to remove.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Read(line.Data, child._output, child._lines);
        child._process.ErrorDataReceived += (_, line) => child.Read(line.Data, child._errors, lines: null);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for a line of the output.</summary>
    public async Task<string> LineAsync(Func<string, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(limit.Token);
                if (isWanted(line))
                {
                    return line;
                }
            }
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            throw new InvalidOperationException($"The line did not come. Output:\n{Output}\nErrors:\n{Errors}", e);
        }
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public Task<int> EndAsync() => EndAsync(TimeSpan.Zero);

    /// <summary>Waits for a program that works for a while before it ends.</summary>
    public async Task<int> EndAsync(TimeSpan work)
    {
        using var limit = new CancellationTokenSource(Limit + work);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks the program to end, as Ctrl+C does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    void Read(string? line, StringBuilder text, Channel<string>? lines)
    {
        if (line is null)
        {
            lines?.Writer.TryComplete();
            return;
        }

        lock (text) text.Append(line).Append('\n');
        lines?.Writer.TryWrite(line);
    }
}
