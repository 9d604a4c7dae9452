using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace CrossTier.Sdks.Tests.Local;

/// <summary>Models for engines that run in the process, written where the tests run: real files of a few megabytes that know nothing.</summary>
static class TinyModels
{
    static readonly Lazy<string> s_llama = new(() => Write("tiny-llama.gguf", WriteLlama));
    static readonly Lazy<string> s_whisper = new(() => Write("tiny-whisper.bin", WriteWhisper));

    /// <summary>A llama with random weights: that of tests/engine.</summary>
    public static string Llama => s_llama.Value;

    /// <summary>A Whisper whose weights are all 0: each word is as likely as the other.</summary>
    public static string Whisper => s_whisper.Value;

    static string Write(string name, Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("crosstier-models-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var path = Path.Combine(folder.FullName, name);
        write(path);
        return path;
    }

    static void WriteLlama(string path)
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile())!, "../../engine/write-model.mjs"));
        using var node = Process.Start(new ProcessStartInfo("node", [script, path]) { RedirectStandardOutput = true })!;
        node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
    }

    // The format of whisper.cpp: sizes, filters, words, tensors. The ids of its special tokens ask for the whole number of words.
    static void WriteWhisper(string path)
    {
        const int words = 51864, audio = 1500, text = 64, width = 32, mels = 80, transform = 201;
        using var file = new BinaryWriter(File.Create(path));
        int[] head = [0x67676d6c, words, audio, width, 1, 1, text, width, 1, 1, mels, 1, mels, transform];
        Array.ForEach(head, file.Write);
        file.Write(new byte[mels * transform * sizeof(float)]);

        // The words that the engine asks for by name.
        string[] named = ["a", " ", " -", " '"];
        file.Write(named.Length);
        foreach (var word in named)
        {
            file.Write(word.Length);
            file.Write(Encoding.ASCII.GetBytes(word));
        }

        Tensor("encoder.positional_embedding", isHalf: false, width, audio);
        Tensor("encoder.conv1.weight", isHalf: true, 3, mels, width);
        Tensor("encoder.conv1.bias", isHalf: false, 1, width);
        Tensor("encoder.conv2.weight", isHalf: true, 3, width, width);
        Tensor("encoder.conv2.bias", isHalf: false, 1, width);
        Norm("encoder.ln_post");
        Layer("encoder.blocks.0.");
        Attention("encoder.blocks.0.attn");
        Tensor("decoder.positional_embedding", isHalf: false, width, text);
        Tensor("decoder.token_embedding.weight", isHalf: true, width, words);
        Norm("decoder.ln");
        Layer("decoder.blocks.0.");
        Attention("decoder.blocks.0.attn");
        Attention("decoder.blocks.0.cross_attn");

        void Layer(string at)
        {
            Norm(at + "mlp_ln");
            Tensor(at + "mlp.0.weight", isHalf: true, width, 4 * width);
            Tensor(at + "mlp.0.bias", isHalf: false, 4 * width);
            Tensor(at + "mlp.2.weight", isHalf: true, 4 * width, width);
            Tensor(at + "mlp.2.bias", isHalf: false, width);
        }

        void Attention(string at)
        {
            Norm(at + "_ln");
            foreach (var part in new[] { "query", "key", "value", "out" })
            {
                Tensor($"{at}.{part}.weight", isHalf: true, width, width);
                if (part != "key")
                {
                    Tensor($"{at}.{part}.bias", isHalf: false, width);
                }
            }
        }

        void Norm(string at)
        {
            Tensor(at + ".weight", isHalf: false, width);
            Tensor(at + ".bias", isHalf: false, width);
        }

        void Tensor(string name, bool isHalf, params int[] sizes)
        {
            int[] description = [sizes.Length, name.Length, isHalf ? 1 : 0, .. sizes];
            Array.ForEach(description, file.Write);
            file.Write(Encoding.ASCII.GetBytes(name));
            file.Write(new byte[sizes.Aggregate(isHalf ? 2 : 4, (product, size) => product * size)]);
        }
    }

    static string SourceFile([CallerFilePath] string path = "") => path;
}
