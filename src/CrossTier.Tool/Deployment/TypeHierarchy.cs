using System.Reflection.Metadata;
using CrossTier.Assemblies;
using AssemblyFile = CrossTier.Assemblies.AssemblyFile;

namespace CrossTier.Tool.Deployment;

/// <summary>Which types derive from which and implement which, over several assemblies, by metadata names.</summary>
sealed class TypeHierarchy
{
    readonly Dictionary<string, List<string>> _parents = new(StringComparer.Ordinal);

    public TypeHierarchy(IEnumerable<AssemblyFile> files)
    {
        foreach (var metadata in files.Select(file => file.Metadata))
        {
            var resolver = new TokenResolver(metadata);
            foreach (var handle in metadata.TypeDefinitions)
            {
                var type = metadata.GetTypeDefinition(handle);
                IEnumerable<EntityHandle> parents = type.GetInterfaceImplementations().Select(each => metadata.GetInterfaceImplementation(each).Interface);
                parents = type.BaseType.IsNil ? parents : parents.Append(type.BaseType);
                _parents[TypeNames.Of(metadata, handle)] = [.. parents.Select(resolver.TypeNameOf).OfType<string>()];
            }
        }
    }

    /// <summary>The type itself, what it derives from and what it implements.</summary>
    public IEnumerable<string> SelfAndAncestors(string type)
    {
        HashSet<string> seen = [type];
        Queue<string> left = new([type]);
        while (left.TryDequeue(out var next))
        {
            yield return next;
            foreach (var parent in _parents.GetValueOrDefault(next) ?? [])
            {
                if (seen.Add(parent))
                {
                    left.Enqueue(parent);
                }
            }
        }
    }
}
