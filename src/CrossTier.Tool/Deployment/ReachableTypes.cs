using System.Reflection.Metadata;
using System.Text.Json;
using CrossTier.Assemblies;
using AssemblyFile = CrossTier.Assemblies.AssemblyFile;

namespace CrossTier.Tool.Deployment;

/// <summary>
/// The types that the application's own code can come to: by the instructions, base types, interfaces and fields of a type to the next. What a package
/// holds beside them is no call of the deployment.
/// </summary>
sealed class ReachableTypes
{
    readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    readonly HashSet<string> _reached = new(StringComparer.Ordinal);

    /// <summary>Marks what the types of the application's own assemblies come to.</summary>
    /// <param name="assemblies">All assemblies that were added.</param>
    public void StartFrom(IReadOnlyList<(string Path, AssemblyFile File)> assemblies)
    {
        var packages = PackagesOf(assemblies.Select(assembly => Path.GetDirectoryName(assembly.Path)!).Distinct());
        foreach (var (_, file) in assemblies.Where(assembly => !packages.Contains(assembly.File.Name)))
        {
            foreach (var handle in file.Metadata.TypeDefinitions)
            {
                Reach(TypeNames.Of(file.Metadata, handle));
            }
        }
    }

    public bool Contains(string type) => _reached.Contains(type);

    void Reach(string type)
    {
        Stack<string> left = new([type]);
        while (left.TryPop(out var next))
        {
            if (_reached.Add(next) && _named.TryGetValue(next, out var named))
            {
                foreach (var name in named)
                {
                    left.Push(name);
                }
            }
        }
    }

    /// <summary>Notes which types each type of an assembly names.</summary>
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    public void Add(AssemblyFile file)
    {
        var metadata = file.Metadata;
        var resolver = new TokenResolver(metadata);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            HashSet<string> named = [];
            void Name(string? name)
            {
                if (name is not null)
                {
                    named.Add(name);
                }
            }

            Name(type.BaseType.IsNil ? null : resolver.TypeNameOf(type.BaseType));
            foreach (var implemented in type.GetInterfaceImplementations())
            {
                Name(resolver.TypeNameOf(metadata.GetInterfaceImplementation(implemented).Interface));
            }

            foreach (var token in type.GetMethods().Select(file.BodyOf).OfType<MethodBodyBlock>().SelectMany(IlReader.Tokens))
            {
                Name(resolver.NameOf(token.Handle)?.Type ?? resolver.OwnerOf(token.Handle));
            }

            // A generic argument, a signature or a derived type that only a container makes: what is nested is one with its type.
            foreach (var nested in type.GetNestedTypes())
            {
                Name(TypeNames.Of(metadata, nested));
            }

            _named[TypeNames.Of(metadata, handle)] = named;
        }
    }

    // The assemblies that came with packages, as the .deps.json of an application lists them; without one all is the application's own.
    static HashSet<string> PackagesOf(IEnumerable<string> folders)
    {
        HashSet<string> packages = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.deps.json")))
        {
            using var document = Parse(file);
            if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root }
                || !root.TryGetProperty("libraries", out var libraries) || !root.TryGetProperty("targets", out var targets))
            {
                continue;
            }

            var names = libraries.EnumerateObject().Where(library => library.Value.TryGetProperty("type", out var type) && type.ValueEquals("package"))
                .Select(library => library.Name).ToHashSet(StringComparer.Ordinal);
            var used = targets.EnumerateObject().SelectMany(target => target.Value.EnumerateObject());
            foreach (var library in used.Where(library => names.Contains(library.Name)))
            {
                if (library.Value.TryGetProperty("runtime", out var assemblies))
                {
                    packages.UnionWith(assemblies.EnumerateObject().Select(assembly => Path.GetFileNameWithoutExtension(assembly.Name)));
                }
            }
        }

        return packages;
    }

    static JsonDocument? Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // As good as none: more is listed, not less.
        }
    }
}
