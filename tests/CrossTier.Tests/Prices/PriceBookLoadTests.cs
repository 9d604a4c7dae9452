using System.Diagnostics;
using System.Text;
using CrossTier.Prices;

namespace CrossTier.Tests.Prices;

/// <summary>A file of prices is checked when it is read: whatever is wrong is one line, and the embedded book holds.</summary>
public sealed class PriceBookLoadTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crosstier-").FullName;

    public static TheoryData<string, string> Wrong => new()
    {
        { "\"prices\": [null]", "price 1 is null" },
        { "\"prices\": [{PRICE}, null]", "price 2 is null" },
        { "\"prices\": [{PRICE, \"also\": [null]}]", "price 1 (a/m) has a null among its other names" },
        { "\"prices\": [{PRICE, \"not_covered\": [\"x\", null]}]", "price 1 (a/m) has a null among what it does not cover" },
        { "\"prices\": [{PRICE}], \"aliases\": {\"a/b\": null}", "alias 'a/b' names nothing" },
        { "\"prices\": [{PRICE}], \"aliases\": {\"a/b\": \" \"}", "alias 'a/b' names nothing" },
        { "\"prices\": [{GPU, \"gpu_hour\": 79228162514264337593543950335, \"tokens_per_second\": 0.0001}]", "price 1 (a/m) has a gpu_hour of" },
        { "\"prices\": [{GPU, \"gpu_hour\": 1e27, \"tokens_per_second\": 0.0000000000000000000000000001}]", "gives no price" },
        { "\"prices\": [{GPU, \"gpu_hour\": -1, \"tokens_per_second\": 1}]", "below 0" },
        { "\"prices\": [{GPU, \"gpu_hour\": 1, \"tokens_per_second\": 0}]", "not above 0" },
        { "\"prices\": [{GPU, \"gpu_hour\": 1}]", "neither an input nor an output price" },
        { "\"prices\": [{GPU, \"input\": 1e999}]", "line 1" },
        { "\"prices\": [{PRICE, \"cache_write_1h_input\": -1}]", "below 0" },
        { "\"prices\": [{PRICE, \"tools\": {\"web_search\": -0.01}}]", "below 0" },
        { "\"prices\": [{PRICE, \"tiers\": [null]}]", "a tier without a name" },
        { "\"prices\": [{PRICE, \"tiers\": [{\"input\": 1}]}]", "a tier without a name" },
        { "\"prices\": [{PRICE, \"tiers\": [{\"service_tier\": \"flex\"}, {\"service_tier\": \"flex\"}]}]", "a tier twice" },
        { "\"prices\": [{PRICE, \"tiers\": [{\"service_tier\": \"flex\", \"audio_output\": -1}]}]", "below 0" },
        { "\"prices\": [{PRICE, \"tiers\": [{\"service_tier\": \"long_context\", \"input\": 1}]}]", "above which long_context begins" },
        { "\"prices\": [{PRICE, \"tiers\": [{\"service_tier\": \"flex\", \"above\": 1}]}]", "in no other tier" },
        { "\"prices\": [{PRICE, \"from\": \"2026-02-30\"}]", "line 1" },
        { "\"prices\": [{PRICE, \"also\": \"x\"}]", "line 1" },
        { "\"prices\": [{PRICE, \"also\": [\"\\ud800\"]}]", "" },
        { "\"prices\": [[]]", "line 1" },
        { "\"prices\": null", "of version 1" },
        { "\"prices\": [{PRICE}], \"aliases\": []", "line 1" },
        { "\"prices\": [" + new string('[', 5000), "line 1" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_entry_is_named_when_the_book_is_read(string content, string says)
    {
        content = content.Replace("PRICE", "GPU, \"input\": 1").Replace("GPU", "\"provider\": \"a\", \"model\": \"m\"");
        AssertRefused(Write($"{{\"version\": 1, \"date\": \"2026-01-01\", {content}}}"), says);
    }

    [Fact]
    public void Every_file_cut_off_or_with_one_byte_changed_is_a_book_or_one_line()
    {
        const string good = "{\"version\": 1, \"date\": \"2026-01-01\", \"prices\": [{\"provider\": \"a\", \"model\": \"m*\", \"also\": [\"n\"], "
            + "\"gpu_hour\": 1.5, \"tokens_per_second\": 20, \"tiers\": [{\"service_tier\": \"long_context\", \"above\": 9, \"input\": 2}], "
            + "\"tools\": {\"t\": 1}, \"not_covered\": [\"x\"]}], \"aliases\": {\"b/c\": \"a/m\"}}";
        for (var at = 0; at < good.Length; at++)
        {
            var (before, after) = (good[..at], good[(at + 1)..]);
            foreach (var text in new[] { before, before + '9' + after, before + '"' + after, before + "null" + after })
            {
                try
                {
                    var book = PriceBookFile.Read(Encoding.UTF8.GetBytes(text), "mutant");
                    book.Find("a", "m-1", book.Date);
                    book.Find("b", "c", book.Date);
                }
                catch (InvalidDataException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
            }
        }
    }

    [Fact]
    public void A_folder_is_refused() => AssertRefused(_folder, "is a folder");

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused(Write(""), "is empty");

    [Fact]
    public void A_file_over_16_MiB_is_refused_without_being_read()
    {
        var path = Write("");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(8L << 30);
        }

        AssertRefused(path, "longer than 16 MiB");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/tty")]
    public void A_device_is_refused_at_once_and_through_a_link_too(string device)
    {
        Assert.SkipUnless(File.Exists(device), "Devices are those of Unix.");
        AssertRefused(device, "no regular file");
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, device);
        AssertRefused(link, "no regular file");
    }

    [Fact]
    public void A_pipe_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes in the file system are those of Unix.");
        var path = Path.Combine(_folder, "pipe");
        using (var process = Process.Start("mkfifo", path))
        {
            process.WaitForExit();
        }

        AssertRefused(path, "no regular file");
    }

    [Fact]
    public void A_book_through_a_link_is_read()
    {
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, Write("{\"version\": 1, \"date\": \"2026-01-02\", \"prices\": []}"));
        Assert.Equal(new DateOnly(2026, 1, 2), PriceBook.Load(link).Date);
    }

    [Fact]
    public void A_book_of_code_is_checked_when_it_is_made()
    {
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [null!]));
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [new TokenPrice("a", null!)]));
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [new TokenPrice("a", "m") { Also = [null!] }]));
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [new TokenPrice("a", "m") { Tiers = [null!] }]));
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [new TokenPrice("a", "m") { Tools = null! }]));
        Assert.Throws<ArgumentException>(() => new PriceBook(default, "test", [], new Dictionary<string, string> { ["a/b"] = null! }));
    }

    static void AssertRefused(string path, string says)
    {
        var time = Stopwatch.StartNew();
        var thrown = Assert.Throws<InvalidDataException>(() => PriceBook.Load(path));
        Assert.Contains(says, thrown.Message);
        Assert.DoesNotContain('\n', thrown.Message);
        Assert.Same(PriceBook.Embedded, PriceTable.Standard(path));
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    string Write(string json)
    {
        var path = Path.Combine(_folder, "book.json");
        File.WriteAllText(path, json);
        return path;
    }
}
