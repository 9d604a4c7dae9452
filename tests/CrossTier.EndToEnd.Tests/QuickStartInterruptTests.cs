using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>Ctrl+C ends a QuickStart that serves, at any time. The signal that is sent here goes the same way and cannot be ignored by a shell's job.</summary>
public sealed class QuickStartInterruptTests
{
    [Theory]
    [InlineData("Calling", 130)]
    [InlineData("The metrics stay", 0)]
    public async Task An_interrupt_ends_it(string after, int exitCode)
    {
        await using var program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart, "--serve", "--port", $"{LoopbackPort.Free()}"], QuickStartRun.Newcomer);
        await program.LineAsync(line => line.StartsWith(after, StringComparison.Ordinal));

        program.Terminate();

        Assert.Equal(exitCode, await program.EndAsync());
        Assert.Equal("", program.Errors);
    }
}
