using System.Diagnostics;

namespace CrossTier.Benchmarks.Harness;

/// <summary>
/// Measures all candidates of a scenario in short slices in turn, so that a busy machine slows all of them alike, and takes the 25th
/// percentile of the rounds: noise only ever adds time.
/// </summary>
static class Interleaved
{
    static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    public static Dictionary<string, Measurement> Run(IReadOnlyList<Candidate> candidates, int callsPerSlice, int rounds)
    {
        var times = candidates.ToDictionary(candidate => candidate.Name, _ => new List<double>(rounds));
        if (rounds > 1)
        {
            WarmUp(candidates, callsPerSlice); // Bytes, all that one round is for, need none.
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var candidate in candidates)
            {
                using var around = candidate.Around?.Invoke();

                // The process' own time: what other programs take from it on a busy machine is not ours.
                var before = Environment.CpuUsage.TotalTime;
                candidate.Run(callsPerSlice);
                times[candidate.Name].Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / callsPerSlice / candidate.Threads);
            }
        }

        return candidates.ToDictionary(candidate => candidate.Name, candidate => new Measurement(Quartile(times[candidate.Name]), Bytes(candidate)));
    }

    // Enough calls, and pauses in which the tiered compiler counts them, compiles with their profile, and replaces what is called.
    static void WarmUp(IReadOnlyList<Candidate> candidates, int callsPerSlice)
    {
        var started = Stopwatch.StartNew();
        for (var i = 0; i < 40 || started.Elapsed < WarmUpTime; i++)
        {
            foreach (var candidate in candidates)
            {
                using var around = candidate.Around?.Invoke();
                candidate.Run((callsPerSlice / 8) + 1);
            }

            Thread.Sleep(10);
        }
    }

    static double Bytes(Candidate candidate)
    {
        const int Calls = 1000;
        using var around = candidate.Around?.Invoke();
        candidate.Run(Calls);

        // Of several runs the smallest: a thread that makes its first cell, or a list that grows, is no part of a call.
        return Enumerable.Range(0, 4).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            candidate.Run(Calls);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
        });
    }

    static double Quartile(List<double> values)
    {
        values.Sort();
        return values[values.Count / 4];
    }
}
