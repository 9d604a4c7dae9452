using System.Runtime.CompilerServices;
using CrossTier.AspNetCore.Page;
using CrossTier.Pages.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Browser))]

// What is measured is the process's, and these tests compare all of it.
[assembly: Parallelization(Mode = ParallelMode.None)]

static class FreshAnswers
{
    // Tests compare an answer with what happened just before.
    [ModuleInitializer]
    internal static void Ask() => Answers.MaxAge = TimeSpan.Zero;
}
