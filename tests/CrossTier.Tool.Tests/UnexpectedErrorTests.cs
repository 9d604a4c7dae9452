namespace CrossTier.Tool.Tests;

/// <summary>What the tool does not know is one line; the trace is there for whoever asks.</summary>
public class UnexpectedErrorTests
{
    [Fact]
    public async Task An_unknown_error_is_one_line_and_exit_code_2()
    {
        var error = new StringWriter();
        Assert.Equal(2, await CommandLine.RunAsync(["rules"], new BrokenWriter(), error));
        Assert.Equal(
            "crosstier: unexpected InvalidOperationException: out of\\u001b[31m paper. Run it again with --verbose for the trace.",
            error.ToString().TrimEnd());
    }

    [Fact]
    public async Task The_trace_stands_behind_verbose()
    {
        var error = new StringWriter();
        Assert.Equal(2, await CommandLine.RunAsync(["rules", "--verbose"], new BrokenWriter(), error));
        Assert.Contains("   at CrossTier.Tool.", error.ToString());
        Assert.DoesNotContain('\u001b', error.ToString());
    }

    [Fact]
    public async Task Where_the_error_stream_is_gone_the_exit_code_remains() =>
        Assert.Equal(2, await CommandLine.RunAsync(["nonsense"], TextWriter.Null, new BrokenWriter(new IOException("gone"))));

    sealed class BrokenWriter(Exception? e = null) : StringWriter
    {
        public override void Write(string? value) => throw e ?? new InvalidOperationException("out of\u001b[31m paper.");

        public override void WriteLine(string? value) => Write(value);
    }
}
