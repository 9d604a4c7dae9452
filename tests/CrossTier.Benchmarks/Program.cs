using CrossTier.Benchmarks;
using CrossTier.Benchmarks.Builds;
using CrossTier.Benchmarks.Bytes;

// What a measured call costs against what people would write or install otherwise, and which target is missed.
return args switch
{
    [] => Calls.Run(isShort: false),
    ["--short"] => Calls.Run(isShort: true),
    ["--bytes"] => Calls.RunBytes(),
    ["bytes"] => AllocatedBytes.Run(),
    ["build", .. var options] => BuildCost.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/CrossTier.Benchmarks [-- COMMAND]
          (nothing)      one call in every situation, times and bytes, against the targets; three minutes
          --short        the same with fewer rounds and 25 % slack, as CI runs it
          --bytes        bytes alone, against the targets, in seconds, as CI runs it on the oldest framework
          bytes          bytes alone, by BenchmarkDotNet
          build [ROUNDS] what the package costs the compiler, taken in turn with and without it
        """);
    return 2;
}
