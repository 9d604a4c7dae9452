namespace CrossTier.Tool.Tests;

public class ScrapeTests
{
    [Fact]
    public async Task Replicas_share_a_job_and_servers_have_their_own_paths()
    {
        var yaml = await Tool.DoAsync(
            "scrape",
            "--app",
            "shop=app-1:9464",
            "--app",
            "shop=app-2:9464",
            "--server",
            "nim=gpu-1",
            "--server",
            "dcgm=gpu-1",
            "--server",
            "nvidia-smi=gpu-2",
            "--alertmanager",
            "alerts",
            "--token-file",
            "/etc/token");
        var file = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(yaml);
        Assert.Equal(["global", "rule_files", "alerting", "scrape_configs"], file.Keys);
        Assert.Contains("- app-1:9464", yaml);
        Assert.Contains("metrics_path: /v1/metrics", yaml);
        Assert.Contains("- gpu-1:9400", yaml);
        Assert.Contains("- gpu-2:9835", yaml);
        Assert.Contains("- alerts:9093", yaml);
        Assert.Equal(4, Count(yaml, "job_name:"));
        Assert.Equal(1, Count(yaml, "credentials_file: /etc/token"));
        Assert.DoesNotContain("honor_labels:", yaml);
    }

    [Fact]
    public async Task A_path_of_its_own_is_kept() =>
        Assert.Contains("metrics_path: /internal/metrics", await Tool.DoAsync("scrape", "--app", "shop=app-1:9464/internal/metrics"));

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
