using CrossTier.Recognition.Catalogue;

namespace CrossTier.Generators.Model;

/// <summary>A kernel chooses which service is asked, and whether one is. Parameters are named; empty where there is none.</summary>
/// <param name="Adapter">The adapter that asks the kernel.</param>
/// <param name="Caller">How the receiver reaches kernel and function.</param>
/// <param name="Kernel">The parameter that is the kernel.</param>
/// <param name="Function">The parameter that is the function.</param>
/// <param name="Plugin">The parameter that names the function's plugin.</param>
/// <param name="FunctionName">The parameter that names the function.</param>
/// <param name="Arguments">The parameter that holds the function's arguments.</param>
/// <param name="Service">How labels are read from the service.</param>
sealed record KernelPlan(
    string Adapter,
    KernelCaller Caller,
    string Kernel,
    string Function,
    string Plugin,
    string FunctionName,
    string Arguments,
    ClientModel Service) : CallPlan;
