using CrossTier.Testing;

namespace CrossTier.Package.Tests.Support;

/// <summary>A framework, a language and a kind of project.</summary>
/// <param name="Framework">The target framework.</param>
/// <param name="Language">Its project file's extension: <c>csproj</c>, <c>fsproj</c> or <c>vbproj</c>.</param>
/// <param name="Kind"><c>console</c>, <c>web</c>, <c>library</c>, <c>test</c> or <c>native</c>.</param>
public sealed record PlatformCell(string Framework, string Language, string Kind)
{
    /// <summary>Each two values of two columns stand together in one of these, if they can.</summary>
    static readonly PlatformCell[] Pairs =
    [
        new("net8.0", "csproj", "console"), new("net8.0", "fsproj", "web"), new("net8.0", "vbproj", "library"), new("net8.0", "csproj", "native"),
        new("net9.0", "csproj", "web"), new("net9.0", "fsproj", "console"), new("net9.0", "vbproj", "test"),
        new("net10.0", "csproj", "native"), new("net10.0", "csproj", "test"), new("net10.0", "fsproj", "library"), new("net10.0", "vbproj", "console"),
        new("netstandard2.0", "csproj", "library"), new("netstandard2.0", "fsproj", "library"),
        new("net48", "csproj", "console"), new("net48", "vbproj", "library"),
    ];

    /// <summary>Those that are built now: pairs, or in a nightly run all that there can be.</summary>
    public static IReadOnlyList<PlatformCell> Built { get; } = Nightly.IsOn ? [.. All.Where(cell => cell.IsPossible)] : Pairs;

    /// <summary>Its projects' name.</summary>
    public string Name => $"{Framework.Replace('.', '_')}_{Language}_{Kind}";

    /// <summary>Whether the build measures there.</summary>
    public bool Measures => Language == "csproj" && HasRuntime;

    /// <summary>Whether the package has a runtime for the framework.</summary>
    public bool HasRuntime => Framework is "net8.0" or "net9.0" or "net10.0";

    /// <summary>Whether it is a program by itself.</summary>
    public bool IsProgram => Kind != "library";

    /// <summary>The framework that it runs on here, as a program or in a program of another project; null if it runs on Windows alone.</summary>
    public string? RunsOn => HasRuntime ? Framework : Framework == "netstandard2.0" ? "net10.0" : null;

    static IEnumerable<PlatformCell> All =>
        from framework in new[] { "net8.0", "net9.0", "net10.0", "netstandard2.0", "net48" }
        from language in new[] { "csproj", "fsproj", "vbproj" }
        from kind in new[] { "console", "web", "library", "test", "native" }
        select new PlatformCell(framework, language, kind);

    // Nothing is a program of netstandard2.0; ASP.NET Core needs .NET; native code of F# and Visual Basic is not trimmed without warnings.
    bool IsPossible => Kind switch
    {
        "library" => true,
        "web" => HasRuntime,
        "console" or "test" => Framework != "netstandard2.0",
        _ => Measures,
    };

    public override string ToString() => Name;
}
