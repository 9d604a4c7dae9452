using System.Reflection;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Page;

/// <summary>The rows of the catalogue as the tests show them: the table of <c>docs/sdks.md</c>.</summary>
static class SdkTable
{
    public static string Text()
    {
        var lines =
            from type in typeof(SdkTable).Assembly.GetTypes()
            from test in type.GetMethods()
            from row in test.GetCustomAttributes<SdkRowAttribute>()
            orderby row.Sdk, row.Type.FullName, row.Methods[0]
            select $"| {row.Sdk} | {Version(row)} | {Calls(row)} | {Streams(row)} | {row.Labels} | {Usage(row)} | `{type.Name}.{test.Name}` |\n";
        return "| SDK | version | calls | stream | provider and model | usage | shown by |\n|---|---|---|---|---|---|---|\n" + string.Concat(lines);
    }

    static string Version(SdkRowAttribute row) =>
        row.IsStub ? "stub" : row.Type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? row.Type.Assembly.GetName().Version!.ToString(3);

    static string Calls(SdkRowAttribute row) =>
        $"`{(row.Type.Namespace!.Contains(".Beta", StringComparison.Ordinal) ? "Beta." : "")}{Name(row.Type)}`: "
        + $"{string.Join(", ", row.Methods.Select(method => $"`{method}`"))}";

    static string Streams(SdkRowAttribute row)
    {
        var kinds = row.Type.GetMethods()
            .Where(method => row.Methods.Contains(method.Name))
            .SelectMany(method => new[] { method.ReturnType, method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void) })
            .SelectMany(type => IsStream(type) ? [type] : type.GetProperties().Select(property => property.PropertyType).Where(IsEvents))
            .Select(type => $"`{Name(type)}`")
            .Distinct()
            .Order();
        return string.Join(", ", kinds) is { Length: > 0 } streams ? streams : "-";
    }

    static bool IsStream(Type type) =>
        type.IsGenericType
            && Name(type) is "IAsyncEnumerable" or "AsyncCollectionResult" or "CollectionResult" or "AsyncStreamingResult" or "StreamingResponse";

    // A reply may hold its stream.
    static bool IsEvents(Type type) =>
        type.IsSealed && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    static string Usage(SdkRowAttribute row)
    {
        (UsageKinds Kind, string Word)[] words =
            [
                (UsageKinds.Input, "input"), (UsageKinds.Output, "output"), (UsageKinds.Cached, "cached"),
                (UsageKinds.CacheWrite, "cache write"), (UsageKinds.Reasoning, "reasoning"),
            ];
        var said = string.Join(", ", words.Where(word => row.Usage.HasFlag(word.Kind)).Select(word => word.Word));
        return string.Join("; ", new[] { said.Length > 0 ? said : "none", row.Note }.OfType<string>());
    }

    static string Name(Type type) => type.Name.Split('`')[0];
}
