using CrossTier.Tool.Pages;

namespace CrossTier.Tool.Inventory;

/// <summary>Finds out what each input is: a built assembly, or the metrics page of a running application.</summary>
static class InventorySource
{
    /// <summary>All calls of the inputs.</summary>
    /// <exception cref="InputException">An input is neither, or none of them holds a call.</exception>
    public static async Task<CallInventory> ReadAsync(IReadOnlyCollection<string> inputs, CancellationToken cancellation)
    {
        List<InferenceCall> calls = [];
        List<MetricsPage> pages = [];
        List<string> notes = [];
        foreach (var input in inputs)
        {
            if (MetricsPage.IsAddress(input) || !IsAssembly(input))
            {
                var page = await MetricsPage.ReadAsync(input, cancellation);
                pages.Add(page);
                calls.AddRange(PageCallReader.Read(page));
            }
            else
            {
                var (found, note) = AssemblyCallReader.Read(input);
                calls.AddRange(found);
                notes.AddRange(note is null ? [] : [note]);
            }
        }

        var inventory = CallInventory.Of(calls) with { Notes = notes };
        inventory = pages.Count == 0 ? inventory : pages.Count == inputs.Count ? PageCallReader.WithCounts(inventory, pages) : inventory;
        return inventory.Calls.Count > 0 || inventory.Ignored + inventory.Baselined > 0
            ? inventory
            : throw new InputException(
                $"{string.Join(", ", inputs.Select(input => $"'{input}'"))} {(inputs.Count == 1 ? "holds" : "hold")} no inference call; "
                + "reference the CrossTier package in the project that calls a model, and build it again.");
    }

    static bool IsAssembly(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadByte() == 'M' && file.ReadByte() == 'Z';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(
                $"'{path}' cannot be read "
                + $"({(e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : e.Message.TrimEnd('.'))}); name a "
                + "built assembly, or the address of a metrics page such as http://localhost:9090/metrics.");
        }
    }
}
