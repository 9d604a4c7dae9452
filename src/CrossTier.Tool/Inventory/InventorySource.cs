using CrossTier.Tool.Files;
using CrossTier.Tool.Http;
using CrossTier.Tool.Pages;

namespace CrossTier.Tool.Inventory;

/// <summary>Finds out what each input is: a built assembly, or the metrics page of a running application.</summary>
static class InventorySource
{
    /// <summary>All calls of the inputs. One build of an assembly counts once, wherever it lies.</summary>
    /// <exception cref="InputException">An input is neither, or none of them holds a call.</exception>
    public static async Task<CallInventory> ReadAsync(IReadOnlyCollection<string> inputs, CancellationToken cancellation, bool mayBeEmpty = false)
    {
        List<InferenceCall> calls = [];
        List<MetricsPage> pages = [];
        List<string> notes = [];
        HashSet<Guid> builds = [];
        foreach (var input in inputs)
        {
            var page = WebAddress.Is(input) ? await MetricsPage.FetchAsync(input, MetricsPage.Patience, cancellation) : PageIn(input);
            if (page is not null)
            {
                pages.Add(page);
                calls.AddRange(PageCallReader.Read(page));
            }
            else
            {
                var (build, found, note) = AssemblyCallReader.Read(input);
                calls.AddRange(builds.Add(build) ? found : []);
                notes.AddRange(note is null || notes.Contains(note) ? [] : [note]);
            }
        }

        var inventory = CallInventory.Of(calls) with { Notes = notes };
        inventory = pages.Count == 0 ? inventory : pages.Count == inputs.Count ? PageCallReader.WithCounts(inventory, pages) : inventory;
        return mayBeEmpty || inventory.Calls.Count > 0 || inventory.Ignored + inventory.Baselined > 0
            ? inventory
            : throw new InputException(
                $"{string.Join(", ", inputs.Select(input => $"'{WebAddress.Mask(input)}'"))} {(inputs.Count == 1 ? "holds" : "hold")} no inference call; "
                + "reference the CrossTier package in the project that calls a model, and build it again.");
    }

    /// <summary>The page that a file holds; null where it is an assembly. It is opened once: a pipe has its text but once.</summary>
    static MetricsPage? PageIn(string path)
    {
        try
        {
            using var file = InputFile.Open(path);
            var begin = new byte[2];
            var length = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
            if (begin is [(byte)'M', (byte)'Z'])
            {
                return file.CanSeek ? null : throw new InputException($"'{path}' is an assembly from a pipe; name the .dll that the build wrote.");
            }

            return MetricsPage.Of(path, InputFile.ReadText(file, begin.AsSpan(0, length))) ?? throw new InputException(
                $"'{path}' is neither a .NET assembly nor a metrics page; name the .dll that the build wrote, or the address of the page.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(
                $"'{WebAddress.Mask(path)}' cannot be read ({FileReason.Of(e)}); name a built assembly, or the address of a metrics page such as "
                + "http://localhost:9090/metrics.");
        }
    }
}
