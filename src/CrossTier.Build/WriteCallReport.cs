using System.Text.Json;
using CrossTier.Assemblies;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CrossTier.Build;

/// <summary>Writes how every inference call of an assembly is measured, or why not.</summary>
public sealed class WriteCallReport : Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The compiler's error log.</summary>
    [Required]
    public string ErrorLog { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string Report { get; set; } = "";

    /// <summary>The project's folder: paths below it are written without it.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>The compiler's path map.</summary>
    public string? PathMap { get; set; }

    public override bool Execute()
    {
        try
        {
            var paths = new SourcePaths(ProjectDirectory, PathMap);
            using var assembly = AssemblyFile.Open(Assembly);
            var calls = CallList.Of(InventoryEntries.Read(assembly, paths), new ErrorLogReader(paths).Read(ErrorLog));
            var report = new CallReport(assembly.Name, calls);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Report))!);
            File.WriteAllText(Report, report.ToJson());
            Log.LogMessage(MessageImportance.High, "{0}", report.Summary);
            if (assembly.Symbols is null && calls.Any(call => call.Location is null))
            {
                Log.LogMessage(MessageImportance.High, "{0}", SymbolsNote.Of(assembly.Name));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or JsonException)
        {
            Log.LogError("CrossTierReport: '{0}' was not written: {1}", Report, e.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
