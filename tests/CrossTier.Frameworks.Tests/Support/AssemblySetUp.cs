using Xunit.Sdk;
using Xunit.v3;

// What is measured is read as the difference of two snapshots of the whole process.
[assembly: CrossTier.Frameworks.Tests.Support.LeavesNothing]
[assembly: Parallelization(Mode = ParallelMode.None)]
