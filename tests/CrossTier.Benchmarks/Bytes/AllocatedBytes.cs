using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace CrossTier.Benchmarks.Bytes;

/// <summary>Bytes by BenchmarkDotNet, which counts them exactly: a second opinion to the harness' own count.</summary>
static class AllocatedBytes
{
    /// <returns>The exit code: 1 if a call allocates more than it may.</returns>
    public static int Run()
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
        var summary = BenchmarkRunner.Run<ByteBenchmarks>(config);
        var bytes = summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase));
        var missed = ByteBenchmarks.Limits.Where(limit => !(bytes[limit.Measured] - bytes[limit.Bare] <= limit.Bytes)).ToList();
        foreach (var (measured, bare, limit) in ByteBenchmarks.Limits)
        {
            Console.WriteLine($"{measured}: {bytes[measured] - bytes[bare]} bytes added, at most {limit}");
        }

        return missed.Count == 0 ? 0 : 1;
    }
}
