using System.Text;
using System.Text.Json;
using CrossTier.Http.Json;
using CrossTier.Testing;

namespace CrossTier.Http.Tests;

public sealed class JsonScannerTests
{
    // Names that the scanner knows and names that it does not.
    static readonly string[] Names = ["usage", "model", "choices", "delta", "content", "x", "usageMetadata ", "", "message", "a\"b", "text"];

    [Fact]
    public void It_tells_what_a_parser_tells_wherever_the_text_is_cut()
    {
        var random = new Random(11);
        for (var i = 0; i < Nightly.Cases(2_000); i++)
        {
            var json = Encoding.UTF8.GetBytes(RandomJson(random, depth: 0));
            var expected = new List<string>();
            Tell(JsonDocument.Parse(json).RootElement, "", expected);

            Assert.Equal(expected, Scan(json, random));
        }
    }

    static string RandomJson(Random random, int depth)
    {
        var kind = depth == 0 ? 4 : random.Next(depth < 6 ? 6 : 4);
        return kind switch
        {
            0 => JsonSerializer.Serialize(new string([.. Enumerable.Range(0, random.Next(5)).Select(_ => "a\"\\{}[],:é\n"[random.Next(11)])])),
            1 => random.Next(-5, 5000).ToString(System.Globalization.CultureInfo.InvariantCulture),
            2 => random.Next(2) == 0 ? "true" : "null",
            3 => "\"\"",
            4 => "{" + Blank(random) + string.Join(Blank(random) + "," + Blank(random), Members(random, depth)) + Blank(random) + "}",
            _ => "[" + string.Join("," + Blank(random), Enumerable.Range(0, random.Next(4)).Select(_ => RandomJson(random, depth + 1))) + "]",
        };
    }

    static IEnumerable<string> Members(Random random, int depth) =>
        Names.OrderBy(_ => random.Next())
            .Take(random.Next(5))
            .Select(name => JsonSerializer.Serialize(name) + Blank(random) + ":" + Blank(random) + RandomJson(random, depth + 1));

    static string Blank(Random random) => random.Next(4) switch { 0 => " ", 1 => "\r\n\t", _ => "" };

    static List<string> Scan(byte[] json, Random random)
    {
        var sink = new Sink();
        var scanner = new JsonScanner(sink);
        for (var at = 0; at < json.Length;)
        {
            var count = Math.Min(random.Next(1, 6), json.Length - at);
            scanner.Read(json.AsSpan(at, count));
            at += count;
        }

        Assert.Equal(1, sink.Documents);
        return sink.Told;
    }

    static void Tell(JsonElement value, string path, List<string> told)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                if (path.Length > 0)
                {
                    told.Add(path + " {");
                }

                foreach (var member in value.EnumerateObject())
                {
                    var name = JsonNames.Of(Encoding.UTF8.GetBytes(member.Name));
                    if (name != JsonName.None)
                    {
                        Tell(member.Value, path + "/" + name, told);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    Tell(element, path, told);
                }

                break;
            case JsonValueKind.String:
                told.Add($"{path} {value.GetRawText()[1..^1]}");
                break;
            default:
                told.Add($"{path} {value.GetRawText()}");
                break;
        }
    }

    sealed class Sink : IJsonSink
    {
        public List<string> Told { get; } = [];

        public int Documents { get; private set; }

        public void Text(ulong path, ReadOnlySpan<byte> text) => Told.Add($"{Words(path)} {Encoding.UTF8.GetString(text)}");

        public void Scalar(ulong path, ReadOnlySpan<byte> text, bool isListed) => Told.Add($"{Words(path)} {Encoding.UTF8.GetString(text)}");

        public void Object(ulong path) => Told.Add(Words(path) + " {");

        public void DocumentEnd() => Documents++;

        static string Words(ulong path) => path == 0 ? "" : Words(path >> 8) + "/" + JsonPath.Last(path);
    }
}
