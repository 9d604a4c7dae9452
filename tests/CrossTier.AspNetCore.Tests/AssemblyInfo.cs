using Xunit.Sdk;
using Xunit.v3;

// What is measured is the process's, and these tests compare all of it.
[assembly: Parallelization(Mode = ParallelMode.None)]
