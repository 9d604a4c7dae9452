namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>What a test needs and a machine may lack: the test is skipped, or fails where <c>CROSSTIER_REQUIRE=1</c> says that it must run.</summary>
static class Requirement
{
    public static void Meet(string? missing)
    {
        if (missing is null)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CROSSTIER_REQUIRE") == "1")
        {
            Assert.Fail($"CROSSTIER_REQUIRE=1, and {missing}.");
        }

        Assert.Skip(missing + ".");
    }

    /// <summary>The full path of a program, or null.</summary>
    public static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
