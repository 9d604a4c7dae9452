using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.SafetyNet;

namespace CrossTier.CompilerServices;

/// <summary>Who reads what is measured. Called by exporters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Exporters
{
    /// <summary>An exporter was added to the process. Adding it again changes nothing.</summary>
    /// <param name="name">What a person calls it.</param>
    public static void Add(string name)
    {
        ProcessReport.Shared.AddExporter(name);
        HttpRequestListener.Shared.Start();
    }
}
