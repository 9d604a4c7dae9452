namespace LLama;

public sealed class LLamaContext : IDisposable
{
    public uint ContextSize { get; } = 512;

    public void Dispose()
    {
    }
}
