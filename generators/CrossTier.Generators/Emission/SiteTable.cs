using CrossTier.Generators.Model;
using CrossTier.Recognition;

namespace CrossTier.Generators.Emission;

/// <summary>The call sites of a file: one static field for each set of labels.</summary>
sealed class SiteTable
{
    readonly List<SiteModel> _sites = [];

    public int Count => _sites.Count;

    /// <summary>The field of a call's labels.</summary>
    public string Field(SiteModel site)
    {
        var index = _sites.IndexOf(site);
        if (index < 0)
        {
            index = _sites.Count;
            _sites.Add(site);
        }

        return $"global::CrossTier.Generated.Sites.Site{index}";
    }

    public void Write(SourceWriter writer)
    {
        if (_sites.Count == 0)
        {
            return;
        }

        writer.OpenType("file static class Sites");
        for (var i = 0; i < _sites.Count; i++)
        {
            var site = _sites[i];
            var labels =
                $"{Literal.Of(site.Call)}, {Literal.Of(site.Provider)}, {Literal.Of(site.Model)}, {Literal.Of(site.Instance)}, {Literal.OfTier(site.Tier)}";
            var operation = site.Operation is null ? "" : $", {Literal.Of(site.Operation)}";
            var role = site.Role switch
            {
                CallRole.Aside => " { IsAside = true }",
                CallRole.LateAside => " { IsLateAside = true }",
                _ => "",
            };
            writer.Line($"internal static readonly {RuntimeNames.CallSite} Site{i} = new({labels}, {Literal.Of(site.ApiProvider)}{operation}){role};");
        }

        writer.Close();
    }
}
