using System.ComponentModel;
using CrossTier.Counting;

namespace CrossTier.CompilerServices;

/// <summary>The log of the application's host. Called by packages that are handed the services of one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HostLog
{
    /// <summary>Lines go here from now on, unless the application has set <see cref="CrossTierOptions.Log"/>. The first host stays.</summary>
    /// <param name="information">Takes lines that want nothing of anybody.</param>
    /// <param name="warning">Takes the others.</param>
    public static void Use(Action<string> information, Action<string> warning)
    {
        Warnings.UseHost(information, warning);
        ProcessReport.Shared.HasHost();
    }
}
