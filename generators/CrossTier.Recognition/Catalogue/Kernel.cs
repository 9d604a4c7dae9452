namespace CrossTier.Recognition.Catalogue;

/// <summary>
/// A kernel: which service a call asks is its choice, and a function of the user's own code asks nobody. Both are known when the call runs.
/// </summary>
/// <param name="Adapter">The name of the adapter that asks the kernel.</param>
/// <param name="Callers">The types whose methods ask it, and how they name it.</param>
/// <param name="KernelType">The short name of a parameter's type that is the kernel.</param>
/// <param name="FunctionType">The short name of a parameter's type that is the function.</param>
/// <param name="ArgumentsType">The short name of a parameter's type that holds the function's arguments.</param>
/// <param name="Service">The interface of its services, which list their labels as attributes.</param>
/// <param name="Client">The client that it may choose in place of one.</param>
/// <param name="Reply">Its replies.</param>
/// <param name="PromptFactories">The methods that make functions out of prompts.</param>
sealed record Kernel(
    string Adapter,
    IReadOnlyDictionary<string, KernelCaller> Callers,
    string KernelType,
    string FunctionType,
    string ArgumentsType,
    string Service,
    ClientService Client,
    KernelReply Reply,
    string[] PromptFactories);
