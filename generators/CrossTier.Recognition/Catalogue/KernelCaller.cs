namespace CrossTier.Recognition.Catalogue;

/// <summary>How a type whose method asks a kernel reaches kernel and function.</summary>
enum KernelCaller
{
    /// <summary>It is the kernel; the function is a parameter, or named by the first two.</summary>
    Kernel,

    /// <summary>It is the function; the kernel is a parameter.</summary>
    Function,

    /// <summary>It extends the kernel, and what is asked is always a model.</summary>
    Prompt,

    /// <summary>It is an agent that holds a kernel and its arguments.</summary>
    Agent,
}
