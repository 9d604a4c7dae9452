using System.Text;

namespace CrossTier.Labels;

/// <summary>Brings what an SDK calls a model to one short label: no path, no account, no resource name.</summary>
static class ModelName
{
    static readonly string[] FileEndings = [".gguf", ".onnx", ".safetensors", ".bin"];

    /// <summary>The label of a model, <c>unknown</c> for null or blank.</summary>
    public static string Normalise(string? model)
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            return LabelValues.Unknown;
        }

        var name = Cut(Shorten(model.AsSpan().Trim()));
        return name.Length == 0 ? LabelValues.Unknown : WellFormed(name.Length == model.Length ? model : name.ToString());
    }

    /// <summary>The label of a model that an attribute names: as it is written, as far as a label goes.</summary>
    public static string Explicit(string model) => WellFormed(model.Length <= LabelLimits.Length ? model : Cut(model).ToString());

    static ReadOnlySpan<char> Cut(ReadOnlySpan<char> name) =>
        name.Length <= LabelLimits.Length ? name
        : name[..(char.IsHighSurrogate(name[LabelLimits.Length - 1]) ? LabelLimits.Length - 1 : LabelLimits.Length)];

    static ReadOnlySpan<char> Shorten(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
        {
            // A resource id may hold a colon itself: .../anthropic.claude-3-haiku-20240307-v1:0
            return name[((name.LastIndexOf('/') is var slash and >= 0 ? slash : name.LastIndexOf(':')) + 1)..];
        }

        var models = name.LastIndexOf("models/");
        if (models == 0 || (models > 0 && name[models - 1] == '/' && name.IndexOf("://") < 0 && !IsFile(name)))
        {
            return name[(models + "models/".Length)..];
        }

        return IsFile(name) ? name[(name.LastIndexOfAny('/', '\\') + 1)..] : name;
    }

    static bool IsFile(ReadOnlySpan<char> name)
    {
        if (name[0] is '/' or '\\' or '.' or '~' || name.Contains('\\') || (name.Length > 1 && name[1] == ':'))
        {
            return true;
        }

        foreach (var ending in FileEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A lone surrogate has no UTF-8 form, so an exporter could not write it.
    static string WellFormed(string name) =>
        name.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) : name;
}
