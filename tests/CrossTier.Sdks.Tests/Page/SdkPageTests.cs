using System.Reflection;
using CrossTier.Testing;

namespace CrossTier.Sdks.Tests.Page;

public sealed class SdkPageTests
{
    static readonly string s_table =
        typeof(SdkPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(line => line.Key == "SdkTable").Value!;

    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_says_what_the_tests_show() => DocumentTable.Compare("sdks.md", s_table, SdkTable.Text());
}
