using Microsoft.Build.Evaluation;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CrossTier.Build;

/// <summary>Finds the file whose value of a property keeps the compiler from taking our interceptors. Only a build that fails anyway asks.</summary>
public sealed class FindPropertySetter : Task
{
    /// <summary>The project's file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The property.</summary>
    [Required]
    public string Property { get; set; } = "";

    /// <summary>A part of the value that is looked for, without regard to case; the last value where it is empty.</summary>
    public string Fragment { get; set; } = "";

    /// <summary>File and line, or what else set it.</summary>
    [Output]
    public string Setter { get; set; } = "";

    public override bool Execute()
    {
        var properties = (BuildEngine as IBuildEngine6)?.GetGlobalProperties().ToDictionary(pair => pair.Key, pair => pair.Value) ?? [];
        using var projects = new ProjectCollection(properties);
        var project = new Project(Project, properties, toolsVersion: null, projects, ProjectLoadSettings.IgnoreMissingImports);
        Setter = Find(project.GetProperty(Property)) ?? "a target of the build";
        return true;
    }

    string? Find(ProjectProperty? property)
    {
        for (; property is not null; property = property.Predecessor)
        {
            if (property.UnevaluatedValue.Contains(Fragment, StringComparison.OrdinalIgnoreCase))
            {
                return property.IsGlobalProperty ? "the command line"
                    : property.Xml?.Location is { File.Length: > 0 } location ? $"{location.File}({location.Line})"
                    : "the environment";
            }
        }

        return null;
    }
}
