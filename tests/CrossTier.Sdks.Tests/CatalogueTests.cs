using System.Reflection;
using CrossTier.Recognition.Catalogue;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests;

/// <summary>The catalogue and the tests say the same: no row without a test that calls it, no test of a row that is gone.</summary>
public sealed class CatalogueTests
{
    static IEnumerable<(MethodInfo Test, SdkRowAttribute Row)> Tests =>
        from type in typeof(CatalogueTests).Assembly.GetTypes()
        from test in type.GetMethods()
        from row in test.GetCustomAttributes<SdkRowAttribute>()
        select (test, row);

    [Fact]
    public void Each_row_has_a_test()
    {
        var rows = ApiCatalogue.Rows.Select(row => $"{row.Type}.{row.Method}").Order().ToList();
        var tested = Tests.SelectMany(test => test.Row.Methods.Select(method => $"{test.Row.Type.FullName}.{method}")).Distinct().Order().ToList();
        Assert.Equal(rows.Except(tested), OlderRows.Methods);
        Assert.Equal(tested.Except(rows), []);
    }

    [Fact]
    public void Each_method_exists_and_each_test_runs()
    {
        Assert.All(Tests, test =>
        {
            Assert.All(test.Row.Methods, method => Assert.Contains(test.Row.Type.GetMethods(), candidate => candidate.Name == method));
            Assert.NotNull(test.Test.GetCustomAttribute<FactAttribute>());
        });
    }
}
