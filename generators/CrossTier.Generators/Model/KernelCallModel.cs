namespace CrossTier.Generators.Model;

/// <summary>A call of a kernel: what tells when it runs whether a model is asked, and which service.</summary>
/// <param name="Condition">An expression that is false where no model is asked; empty where one always is.</param>
/// <param name="Service">An expression of the service.</param>
internal sealed record KernelCallModel(string Condition, string Service);
