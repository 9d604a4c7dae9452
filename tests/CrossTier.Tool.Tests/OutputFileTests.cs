using System.Runtime.Versioning;
using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>What stands at <c>-o</c> is written and never replaced, whichever command writes.</summary>
[UnsupportedOSPlatform("windows")]
public class OutputFileTests
{
    const string Begin = "# Written by crosstier rules.";

    public static TheoryData<string[]> Commands => new(
        ["rules"],
        ["dashboard"],
        ["scrape", "--app", "shop=a:1"],
        ["calls", Tool.Host],
        ["baseline", Tool.Host],
        ["prices", "import", "{prices}"]);

    public OutputFileTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices, pipes and modes are those of Unix.");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_full_device_is_reported_and_stays_a_device(string[] command)
    {
        using var scratch = new Scratch();
        var link = scratch["full"];
        File.CreateSymbolicLink(link, "/dev/full");
        var (exitCode, _, error) = await RunAsync(scratch, command, link);
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be written (No space left on device)", error);
        Assert.Equal("/dev/full", new FileInfo(link).LinkTarget);
        Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_null_device_takes_everything(string[] command)
    {
        using var scratch = new Scratch();
        File.CreateSymbolicLink(scratch["null"], "/dev/null");
        Assert.Equal(0, (await RunAsync(scratch, command, scratch["null"])).ExitCode);
        Assert.Equal("/dev/null", new FileInfo(scratch["null"]).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_dash_is_the_standard_output_and_reports_stand_on_the_error_stream(string[] command)
    {
        using var scratch = new Scratch();
        var (exitCode, output, _) = await RunAsync(scratch, command, "-");
        Assert.Equal(0, exitCode);
        Assert.Equal(0, (await RunAsync(scratch, command, scratch["out"])).ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(scratch["out"], TestContext.Current.CancellationToken), output);
        Assert.False(File.Exists("-"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_read_only_file_stays_as_it_was(string[] command)
    {
        using var scratch = new Scratch();
        var path = scratch.Write("out", "as it was");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var (exitCode, _, error) = await RunAsync(scratch, command, path);
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be written (it is read-only)", error);
        Assert.Equal("as it was", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_folder_is_called_a_folder(string[] command)
    {
        using var scratch = new Scratch();
        Assert.Contains("(it is a folder)", (await RunAsync(scratch, command, scratch.Folder)).Error);
        Assert.Contains("(it is a folder)", (await RunAsync(scratch, command, scratch["none"] + "/")).Error);
    }

    [Fact]
    public async Task A_link_and_a_hard_link_stay_and_lead_to_the_new_text()
    {
        using var scratch = new Scratch();
        var target = scratch.Write("target", new string('x', 1 << 20));
        File.CreateSymbolicLink(scratch["link"], target);
        await Shell.RunAsync("ln", target, scratch["hard"]);
        await Tool.DoAsync("rules", "-o", scratch["link"]);
        Assert.Equal(target, new FileInfo(scratch["link"]).LinkTarget);
        var text = await File.ReadAllTextAsync(scratch["hard"], TestContext.Current.CancellationToken);
        Assert.Equal(await Tool.DoAsync("rules"), text);
    }

    [Fact]
    public async Task A_link_to_nothing_makes_its_target()
    {
        using var scratch = new Scratch();
        File.CreateSymbolicLink(scratch["link"], scratch["new"]);
        await Tool.DoAsync("rules", "-o", scratch["link"]);
        Assert.Equal(scratch["new"], new FileInfo(scratch["link"]).LinkTarget);
        Assert.StartsWith(Begin, await File.ReadAllTextAsync(scratch["new"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Links_in_a_circle_are_one_line()
    {
        using var scratch = new Scratch();
        File.CreateSymbolicLink(scratch["a"], scratch["b"]);
        File.CreateSymbolicLink(scratch["b"], scratch["a"]);
        var (exitCode, _, error) = await Tool.RunAsync("rules", "-o", scratch["a"]);
        Assert.Equal(2, exitCode);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("short")]
    [InlineData(null)]
    public async Task Mode_stays_and_nothing_of_a_longer_text_is_left(string? old)
    {
        using var scratch = new Scratch();
        var path = scratch.Write("out", old ?? new string('x', 1 << 20));
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(path, mode);
        await Tool.DoAsync("rules", "-o", path);
        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal(await Tool.DoAsync("rules"), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(scratch.Folder));
    }

    [Fact]
    public async Task A_pipe_gets_the_text_and_stays_a_pipe()
    {
        using var scratch = new Scratch();
        await Shell.RunAsync("mkfifo", scratch["pipe"]);
        for (var i = 0; i < 2; i++)
        {
            var reading = Task.Run(() => File.ReadAllText(scratch["pipe"]), TestContext.Current.CancellationToken);
            await Tool.DoAsync("rules", "-o", scratch["pipe"]);
            Assert.StartsWith(Begin, await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        }
    }

    static Task<(int ExitCode, string Output, string Error)> RunAsync(Scratch scratch, string[] command, string path) => Tool.RunAsync(
        [.. command.Select(word => word.Replace("{prices}", scratch.Write("prices.json", PriceImportTests.LiteLlm))), "-o", path]);
}
