using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class CapacityCases
{
    const string Dcgm = "DCGM_FI_DEV_GPU_UTIL{job=\"dcgm\",instance=\"gpu-1:9400\",gpu=\"0\",Hostname=\"gpu-1\"}";

    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("gpu and queue: full and growing, then the queue empties")
            .Given(Dcgm, "95x90").Given(Queue("gpu-1:11434"), "0x15 0+2x30 60x2 0x43")
            .Quiet("15m", "AiGpuSaturatedQueueGrowing")
            .Fires("35m", "AiGpuSaturatedQueueGrowing", "host=\"gpu-1\",severity=\"warning\"")
            .Quiet("70m", "AiGpuSaturatedQueueGrowing"),
        new RuleCase("gpu and queue: exactly ninety percent is not over it").Given(Dcgm, "90x90")
            .Given(Queue("gpu-1:11434"), "0+2x90")
            .Quiet("40m", "AiGpuSaturatedQueueGrowing"),
        new RuleCase("gpu and queue: full, and the queue stays").Given(Dcgm, "99x90")
            .Given(Queue("gpu-1:11434"), "12x90")
            .Quiet("40m", "AiGpuSaturatedQueueGrowing"),
        new RuleCase("gpu and queue: the queue of another GPU's host")
            .Given(Dcgm, "99x90").Given("DCGM_FI_DEV_GPU_UTIL{job=\"dcgm\",instance=\"gpu-2:9400\",gpu=\"0\",Hostname=\"gpu-2\"}", "20x90")
            .Given(Queue("gpu-2:11434"), "0+2x90").Quiet("40m", "AiGpuSaturatedQueueGrowing"),
        new RuleCase("gpu and queue: a queue without a host of its own counts for every GPU").Given(Dcgm, "99x90")
            .Given(Queue("default"), "0+2x90")
            .Fires("40m", "AiGpuSaturatedQueueGrowing"),
        new RuleCase("gpu and queue: a limit of 70") { Options = new RuleOptions { Gpu = 70 } }.Given(Dcgm, "75x90")
            .Given(Queue("gpu-1:11434"), "0+2x90")
            .Fires("40m", "AiGpuSaturatedQueueGrowing"),

        new RuleCase("gpu for hours").Given(Dcgm, "95x520 10x280")
            .Quiet("30m", "AiGpuSaturated")
            .Fires("510m", "AiGpuSaturated", "severity=\"trend\",notify=\"none\"")
            .Quiet("790m", "AiGpuSaturated"),
        new RuleCase("gpu for hours: ninety on average is not over it").Given(Dcgm, "90x800").Quiet("700m", "AiGpuSaturated"),

        new RuleCase("queue trend: twenty in four hours at this pace").Given(Queue("gpu-1:11434"), "2+0.1x90 5x120")
            .Quiet("20m", "AiQueueTrend").Fires("80m", "AiQueueTrend", "server=\"gpu-1:11434\",severity=\"trend\"").Quiet("200m", "AiQueueTrend"),
        new RuleCase("queue trend: growing and still below in four hours").Given(Queue("gpu-1:11434"), "2+0.04x90").Quiet("80m", "AiQueueTrend"),
        new RuleCase("queue trend: deep and not growing").Given(Queue("gpu-1:11434"), "25x90").Quiet("80m", "AiQueueTrend"),

        new RuleCase("queues of two replicas add up, and a scrape with honor_labels is read as well")
            .Given("ai_gateway_local_queue_depth{job=\"shop\",instance=\"app-1\",exported_instance=\"gpu-1\",model=\"m\"}", "3x10")
            .Given("ai_gateway_local_queue_depth{job=\"shop\",instance=\"app-2\",exported_instance=\"gpu-1\",model=\"m\"}", "7x10")
            .Given("ai_gateway_local_queue_depth{job=\"shop\",instance=\"gpu-2\",model=\"m\"}", "4x10")
            .Check("5m", $"sum({Recorded.QueueDepth}{{server=\"gpu-1\"}})", 10)
            .Check("5m", $"sum({Recorded.QueueDepth}{{server=\"gpu-2\"}})", 4)
            .Check("5m", $"sum({Recorded.ServerLoad}{{server=\"gpu-1\"}})", 10),
    ];

    static string Queue(string server) => $"ai_gateway_local_queue_depth{{job=\"shop\",instance=\"app-1\",exported_instance=\"{server}\",model=\"m\"}}";
}
