using System.Collections.Immutable;
using CrossTier.Generators.Model;

namespace CrossTier.Generators.Discovery;

/// <summary>Collects the adapters that the calls of a compilation use: each is written once, however many files use it.</summary>
static class AdapterReader
{
    public static EquatableArray<string> Read(((ImmutableArray<CallModel> Calls, ImmutableArray<PartialModel> Partials) Found, SettingsModel Settings) input, CancellationToken cancellation)
    {
        if (!input.Settings.IsEnabled)
        {
            return default;
        }

        var needed = input.Found.Calls.Select(call => call.Interception).OfType<InterceptionModel>().SelectMany(Needed)
            .Concat(input.Found.Partials.Where(partial => partial.HasCore).Select(partial => AdapterNames.Of(partial.Reply.Form)))
            .OfType<string>()
            .ToList();
        if (needed.Count > 0 && !input.Settings.HasEmbeddedAttribute)
        {
            needed.Add(AdapterNames.Embedded);
        }

        return needed.Distinct().OrderBy(adapter => adapter, StringComparer.Ordinal).ToEquatableArray();
    }

    static IEnumerable<string?> Needed(InterceptionModel call)
    {
        yield return AdapterNames.Of(call.Reply.Form);
        foreach (var request in call.Measured?.Requests ?? default)
        {
            yield return AdapterNames.Of(request.Reply.Form);
        }

        yield return call.Kernel is null ? null : AdapterNames.KernelServices;
        yield return call.Loop is { Arguments.Count: > 0 } ? AdapterNames.RunnerThreads : null;
        yield return call.Loop is { TracedBy.Length: > 0 } ? AdapterNames.RunnerTracing : null;
    }
}
