using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>What inference servers and GPU exporters report, brought to one set of names and units.</summary>
static class ServerRecordings
{
    const string Level = "job, server, engine, model";

    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var (five, ten) = (q.Window(FromMinutes(5)), q.Window(FromMinutes(10)));
        yield return new(Recorded.ServerWaiting, Sum(Level, server => server.Waiting, name => name));
        yield return new(Recorded.ServerRunning, Sum(Level, server => server.Running, name => name));
        yield return new(Recorded.ServerTokens, $"""
            label_replace({Sum(Level, server => server.Input, name => $"rate({name}[{five}])")}, "direction", "input", "", "")
            or
            label_replace({Sum(Level, server => server.Output, name => $"rate({name}[{five}])")}, "direction", "output", "", "")
            """);

        yield return new(Recorded.ServerDurationMean, $"""
            {Sum(Level, server => server.Duration, name => $"increase({Suffixed(name, "_sum")}[{ten}])")}
              / (
            {Sum(Level, server => server.Duration, name => $"increase({Suffixed(name, "_count")}[{ten}])")}
              > 0)
            or
            {TritonMean(ten)}
            """);
        yield return new(Recorded.ServerDurationP95, Quantile(server => server.Duration, ten));
        yield return new(Recorded.ServerFirstTokenP95, $"""
            {Quantile(server => server.FirstToken, ten)}
            or sum by ({Level}) ({Labelled("histogram_quantile(0.95, sum by (job, instance, model, le) "
                + $"(rate(nv_inference_first_response_histogram_ms_bucket[{ten}]))) / 1000 > 0", "triton", "model")})
            """);

        // The application's own count comes first: it also knows of servers that expose nothing, such as Ollama.
        yield return new(Recorded.ServerLoad, $"""
            sum by (server) ({Recorded.QueueDepth})
              or sum by (server) ({Recorded.ServerWaiting} or label_replace({Recorded.ServerRunning}, "part", "running", "", ""))
            """);
        yield return new(Recorded.Gpu, GpuUtilization());
    }

    /// <summary>Triton counts microseconds over successes and failures; failures are missing until there is one.</summary>
    static string TritonMean(string window)
    {
        static string By(string series) => $"sum by (job, instance, model) ({series})";
        var requests =
            $"{By($"increase(nv_inference_request_success[{window}])")} + ({By($"increase(nv_inference_request_failure[{window}])")} or 0 * "
            + $"{By("nv_inference_request_success")})";
        return $"sum by ({Level}) ({Labelled($"{By($"increase(nv_inference_request_duration_us[{window}])")} / 1e6 / ({requests} > 0)", "triton", "model")})";
    }

    /// <summary>
    /// 0 to 1 whatever the exporter's unit, by host, the busiest GPU of each. Under MIG the DCGM utilisation reads 0 or is missing: the engine's
    /// activity has the same labels and comes first.
    /// </summary>
    static string GpuUtilization() => """
        max by (host) (
          label_replace(DCGM_FI_PROF_GR_ENGINE_ACTIVE or DCGM_FI_DEV_GPU_UTIL / 100, "host", "$1", "Hostname", "(.+)")
          or label_replace(nvidia_smi_utilization_gpu_ratio, "host", "$1", "instance", "([^:]+).*")
          or label_replace(label_replace(gpu_gfx_activity / 100, "host", "$1", "instance", "([^:]+).*"), "host", "$1", "hostname", "(.+)")
          or label_replace(nv_gpu_utilization, "host", "$1", "instance", "([^:]+).*")
        )
        """;

    // NaN, the quantile of nothing, is not over 0.
    static string Quantile(Func<InferenceServer, string[]> names, string window) =>
        $"histogram_quantile(0.95, {Sum(Level + ", le", names, name => $"rate({Suffixed(name, "_bucket")}[{window}])", ", le")}) > 0";

    static string Sum(string by, Func<InferenceServer, string[]> names, Func<string, string> read, string further = "") =>
        $"sum by ({by}) (\n{string.Join("\n  or ", Servers(names).Select(server => Any(server, names(server), read, further)))}\n)";

    static IEnumerable<InferenceServer> Servers(Func<InferenceServer, string[]> names) => InferenceServer.All.Where(server => names(server).Length > 0);

    // Summed before it is labelled: vLLM has an engine label of its own, one for each part of a data-parallel server.
    static string Any(InferenceServer server, string[] names, Func<string, string> read, string further)
    {
        var model = server.ModelLabel is null ? "" : ", " + server.ModelLabel;
        return Labelled($"sum by (job, instance{model}{further}) ({string.Join(" or ", names.Select(read))})", server.Engine, server.ModelLabel);
    }

    static string Labelled(string series, string engine, string? modelLabel)
    {
        var labelled = $"label_replace(label_replace({series}, \"server\", \"$1\", \"instance\", \"(.+)\"), \"engine\", \"{engine}\", \"\", \"\")";
        return modelLabel is null or "model" ? labelled : $"label_replace({labelled}, \"model\", \"$1\", \"{modelLabel}\", \"(.+)\")";
    }

    static string Suffixed(string name, string suffix) => name.IndexOf('{') is >= 0 and var brace ? name.Insert(brace, suffix) : name + suffix;
}
