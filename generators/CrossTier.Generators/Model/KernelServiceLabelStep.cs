namespace CrossTier.Generators.Model;

/// <summary>A kernel chose it: in the attributes that it lists if it is a service of the kernel's kind, else in the services of a client.</summary>
/// <param name="Service">The interface of a kernel's service.</param>
/// <param name="Client">The interface of a client.</param>
/// <param name="Metadata">The service of the client that has a provider, a model and an endpoint.</param>
sealed record KernelServiceLabelStep(string Service, string Client, string Metadata) : LabelStep;
