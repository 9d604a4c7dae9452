namespace CrossTier.Generators.Model;

/// <summary>What the project sets.</summary>
/// <param name="IsEnabled"><c>CrossTierEnabled</c> is not false.</param>
/// <param name="InterceptsUnbound"><c>CrossTierInterceptUnbound</c> is not false.</param>
/// <param name="AssemblyName">The assembly that is built.</param>
/// <param name="IsApplication">Whether it is started itself: then it declares what its references call.</param>
/// <param name="ProjectDirectory">Where the project is: paths below it are listed without it.</param>
/// <param name="HasEmbeddedAttribute">Whether it, or another generator, declares the attribute of types that no other assembly sees.</param>
/// <param name="IsRuntimeMissing">Whether the framework has the public types alone: then calls are listed and nothing is measured.</param>
sealed record SettingsModel(
    bool IsEnabled,
    bool InterceptsUnbound,
    string AssemblyName,
    bool IsApplication,
    string? ProjectDirectory,
    bool HasEmbeddedAttribute,
    bool IsRuntimeMissing);
