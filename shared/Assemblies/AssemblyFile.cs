using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrossTier.Assemblies;

/// <summary>An assembly and its portable PDB, which lies beside it or in it. The assembly is not loaded: none of its code runs.</summary>
sealed class AssemblyFile : IDisposable
{
    const string Output = "/obj/";

    readonly PEReader _image;
    readonly MetadataReaderProvider? _symbols;

    AssemblyFile(PEReader image, MetadataReaderProvider? symbols)
    {
        _image = image;
        _symbols = symbols;
        Metadata = image.GetMetadataReader();
        Symbols = symbols?.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    /// <summary>The PDB; null where none of this very build is found.</summary>
    public MetadataReader? Symbols { get; }

    public string Name => Metadata.GetString(Metadata.GetAssemblyDefinition().Name);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static AssemblyFile Open(string path) => Open(File.OpenRead(path), path, file => File.Exists(file) ? File.OpenRead(file) : null);

    /// <summary>An assembly that is no file, with a PDB in it or none.</summary>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    public static AssemblyFile Open(Stream assembly) => Open(assembly, "assembly.dll", _ => null);

    static AssemblyFile Open(Stream assembly, string path, Func<string, Stream?> symbols)
    {
        var image = new PEReader(assembly);
        try
        {
            if (!image.HasMetadata || !image.GetMetadataReader().IsAssembly)
            {
                throw new BadImageFormatException("It holds no .NET assembly.");
            }

            return new AssemblyFile(image, SymbolsOf(image, path, symbols));
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    /// <summary>The instructions of a method; null where it has none.</summary>
    public MethodBodyBlock? BodyOf(MethodDefinitionHandle method) =>
        Metadata.GetMethodDefinition(method).RelativeVirtualAddress is > 0 and var address ? _image.GetMethodBody(address) : null;

    /// <summary>The project's folder as the build mapped it, with a slash at its end: PDB and generated code are written below <c>obj</c> there.
    /// Empty where they are not.</summary>
    public string ProjectFolder()
    {
        var written = _image.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        IEnumerable<string> paths = written.DataSize == 0 ? [] : [_image.ReadCodeViewDebugDirectoryData(written).Path];
        paths = Symbols is null ? paths : paths.Concat(Symbols.Documents.Select(document => Symbols.GetString(Symbols.GetDocument(document).Name)));
        return paths.Select(path => path.Replace('\\', '/')).Select(path => path[..(path.LastIndexOf(Output, StringComparison.OrdinalIgnoreCase) + 1)])
            .FirstOrDefault(folder => folder.Length > 0, "");
    }

    public void Dispose()
    {
        _symbols?.Dispose();
        _image.Dispose();
    }

    static MetadataReaderProvider? SymbolsOf(PEReader image, string path, Func<string, Stream?> open)
    {
        try
        {
            return image.TryOpenAssociatedPortablePdb(path, open, out var symbols, out _) ? symbols : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null; // As good as none: any caller that asks for locations reports it.
        }
    }
}
