using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Options that the environment sets. Called by sister packages.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnvironmentSettings
{
    /// <summary>Whether a variable reports yes; what is neither yes nor no is told once.</summary>
    /// <param name="variable">The variable's name.</param>
    /// <param name="standard">What holds where it is not set.</param>
    public static bool Flag(string variable, bool standard) => Settings.OfProcess.Flag(variable, standard);

    /// <summary>Several values, with commas between them; none where it is not set.</summary>
    /// <param name="variable">The variable's name.</param>
    public static IReadOnlyList<string> List(string variable) => Settings.OfProcess.Items(variable);

    /// <summary>One of several words; what is none of them is told once.</summary>
    /// <typeparam name="T">The words.</typeparam>
    /// <param name="variable">The variable's name.</param>
    /// <param name="standard">What holds where it is not set.</param>
    public static T Choice<T>(string variable, T standard)
        where T : struct, Enum
    {
        return Settings.OfProcess.Choice(variable, standard);
    }
}
