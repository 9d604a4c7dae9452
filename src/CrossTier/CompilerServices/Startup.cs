using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.CompilerServices;

/// <summary>Publishes at 0 what the build knows. Called by the generated module initialiser.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Startup
{
    /// <summary>Declares an assembly's calls. Declaring an assembly again changes nothing. Never throws: it runs before <c>Main</c>.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="calls">The measured calls.</param>
    /// <param name="measured">How many calls are measured.</param>
    /// <param name="ignored">How many are ignored.</param>
    /// <param name="baselined">How many are kept by a baseline.</param>
    public static void Declare(string assembly, DeclaredCall[] calls, int measured, int ignored, int baselined)
    {
        if (Registry.IsDisabled)
        {
            return;
        }

        try
        {
            Registry.Shared.DeclareCallSites(assembly, new CallSiteCounts(measured, ignored, baselined));
            foreach (var call in calls)
            {
                Declare(Registry.Shared, call);
            }
        }
        catch (Exception e)
        {
            Warnings.Once(
                "startup",
                $"what '{assembly}' calls could not be published at start-up ({e.GetType().Name}); its series appear with their first calls.");
        }
    }

    /// <summary>
    /// Declares calls of an assembly that are left unmeasured on purpose: requests that can only be theirs are no alarm. Declaring them again changes nothing.
    /// </summary>
    /// <param name="providers">The providers whose SDKs are called; null for an API that any provider may answer.</param>
    /// <param name="isBaselined">Whether a baseline keeps them; else they are ignored by <c>[AiIgnore]</c>.</param>
    public static void DeclareUnmeasured(string?[] providers, bool isBaselined)
    {
        foreach (var provider in Registry.IsDisabled ? [] : providers)
        {
            Registry.Shared.UnmeasuredSites.Add(provider, isBaselined);
        }
    }

    internal static void Declare(Registry registry, in DeclaredCall call)
    {
        if (string.IsNullOrWhiteSpace(call.Provider))
        {
            return;
        }

        var tier = registry.Tiers.GetTier(call.Provider, call.Tier, endpoint: null);
        if (!string.IsNullOrWhiteSpace(call.Model))
        {
            var instance = tier == AiTier.Local ? call.Instance ?? "" : "";
            registry.Declare(new SeriesKey(call.Call, call.Provider, ModelName.Explicit(call.Model), instance));
        }
    }
}
