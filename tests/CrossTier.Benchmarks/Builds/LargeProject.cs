using System.Globalization;
using System.Text;

namespace CrossTier.Benchmarks.Builds;

/// <summary>
/// A project of 10,000 methods in 100,000 lines, some of which call a model. Written once; with the package, one more file says that calls
/// are measured.
/// </summary>
sealed class LargeProject(string folder)
{
    const int Files = 200;
    const int MethodsInFile = 50;

    public string[] Sources { get; private set; } = [];

    /// <summary>The file with <c>[assembly: AiCall]</c>.</summary>
    public string Scope { get; } = Path.Combine(folder, "Measured.cs");

    public void Write(int calls)
    {
        Directory.CreateDirectory(folder);
        Sources = [.. Enumerable.Range(0, Files).Select(file => WriteFile(file, calls / Files + (file < calls % Files ? 1 : 0)))];
        File.WriteAllText(Scope, "[assembly: CrossTier.AiCall]\n");
    }

    string WriteFile(int file, int calls)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            namespace Large.Part{{file}};

            public sealed class Service{{file}}
            {
                private readonly Dictionary<string, int> _known = new();
            """);
        for (var method = 0; method < MethodsInFile; method++)
        {
            text.AppendLine(method < calls ? Call(method) : Work(method));
        }

        text.AppendLine("}");
        var path = Path.Combine(folder, $"Service{file}.cs");
        File.WriteAllText(path, text.ToString());
        return path;
    }

    static string Call(int method) => $$"""

            public async Task<string> Ask{{method}}(IChatClient client, string question, CancellationToken cancellationToken)
            {
                var text = question.Trim();
                _known[text] = _known.TryGetValue(text, out var seen) ? seen + 1 : 1;
                var reply = await client.GetResponseAsync(text, cancellationToken: cancellationToken).ConfigureAwait(false);
                return reply.Text;
            }
        """;

    static string Work(int method) => $$"""

            public int Count{{method}}(IEnumerable<string> words)
            {
                var found = words
                    .Where(word => word.Length > {{method}})
                    .Select(word => word.ToUpperInvariant())
                    .ToList();
                _known["{{method}}"] = found.Count;
                Console.WriteLine(string.Join(", ", found));
                return Math.Max(found.Count, _known.Values.Sum());
            }
        """;
}
