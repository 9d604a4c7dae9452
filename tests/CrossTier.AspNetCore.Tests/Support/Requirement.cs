namespace CrossTier.Pages.Tests.Support;

/// <summary>What a test needs and a machine may lack: the test is skipped, or fails where <c>CROSSTIER_REQUIRE=1</c> says that it must run.</summary>
static class Requirement
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Chromium, and what <c>npm ci</c> brings.</summary>
    public static void Browser()
    {
        File(Chromium, "chromium is not installed");
        Package("axe-core/axe.min.js");
    }

    /// <summary>The path of a file that <c>npm ci</c> brings.</summary>
    public static string Package(string file) =>
        File(Repository.Of($"tests/CrossTier.AspNetCore.Tests/node_modules/{file}"), "npm ci was not run in tests/CrossTier.AspNetCore.Tests");

    static string File(string path, string missing)
    {
        if (!System.IO.File.Exists(path))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CROSSTIER_REQUIRE") == "1", missing + ".");
            Assert.Fail($"CROSSTIER_REQUIRE=1, and {missing}.");
        }

        return path;
    }
}
