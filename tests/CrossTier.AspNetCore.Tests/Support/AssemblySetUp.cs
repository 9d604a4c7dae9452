using CrossTier.Pages.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Browser))]

// What is measured is the process's, and these tests compare all of it.
[assembly: Parallelization(Mode = ParallelMode.None)]
