namespace CrossTier.Benchmarks.Harness;

/// <summary>
/// Measures all candidates of a scenario in short slices in turn, so that a busy machine slows all of them alike, and takes the 25th
/// percentile of the rounds: noise only ever adds time.
/// </summary>
internal static class Interleaved
{
    public static Dictionary<string, Measurement> Run(IReadOnlyList<Candidate> candidates, int callsPerSlice, int rounds)
    {
        var times = candidates.ToDictionary(candidate => candidate.Name, _ => new List<double>(rounds));
        foreach (var candidate in candidates)
        {
            WarmUp(candidate, callsPerSlice);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var candidate in candidates)
            {
                // The process' own time: what other programs take from it on a busy machine is not ours.
                var before = Environment.CpuUsage.TotalTime;
                candidate.Run(callsPerSlice);
                times[candidate.Name].Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / callsPerSlice / candidate.Threads);
            }
        }

        return candidates.ToDictionary(candidate => candidate.Name, candidate => new Measurement(Quartile(times[candidate.Name]), Bytes(candidate)));
    }

    // Enough calls and pauses for the tiered compiler to finish.
    static void WarmUp(Candidate candidate, int callsPerSlice)
    {
        for (var i = 0; i < 30; i++)
        {
            candidate.Run(callsPerSlice / 4 + 1);
            Thread.Sleep(5);
        }
    }

    static double Bytes(Candidate candidate)
    {
        const int Calls = 1000;
        candidate.Run(Calls);
        var before = GC.GetAllocatedBytesForCurrentThread();
        candidate.Run(Calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }

    static double Quartile(List<double> values)
    {
        values.Sort();
        return values[values.Count / 4];
    }
}
