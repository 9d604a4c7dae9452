using Xunit.Sdk;
using Xunit.v3;

// What is measured, and who listens to it, is of the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
