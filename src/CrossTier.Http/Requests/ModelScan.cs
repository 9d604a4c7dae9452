using CrossTier.Http.Json;

namespace CrossTier.Http.Requests;

/// <summary>Looks for the model that a request's body names.</summary>
sealed class ModelScan : IJsonSink
{
    static readonly ulong ModelPath = JsonPath.Of("model");

    readonly JsonScanner _json;

    public ModelScan() => _json = new JsonScanner(this);

    /// <summary>The model, once it has been found.</summary>
    public string? Model { get; private set; }

    /// <summary>Whether nothing more is to be found.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Reads what comes next of the body.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (!IsOver)
        {
            _json.Read(bytes);
        }
    }

    public void Text(ulong path, ReadOnlySpan<byte> text)
    {
        if (path == ModelPath && !IsOver)
        {
            Model = JsonText.Of(text);
            IsOver = true;
        }
    }

    public void Scalar(ulong path, ReadOnlySpan<byte> text, bool isListed)
    {
    }

    public void Object(ulong path)
    {
    }

    public void DocumentEnd() => IsOver = true;
}
