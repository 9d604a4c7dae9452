using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CrossTier.Tests.Interleavings;

/// <summary>A plug-in with a queue of three, as small as can be.</summary>
static class PluginImage
{
    static readonly byte[] s_image = Make();

    public static Func<long> Queue(AssemblyLoadContext context) =>
        context.LoadFromStream(new MemoryStream(s_image)).GetType("Plugin", throwOnError: true)!.GetMethod("Waiting")!.CreateDelegate<Func<long>>();

    static byte[] Make()
    {
        using var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("Plugin", new Version(1, 0)), "Plugin", ModuleKind.Dll);
        var module = assembly.MainModule;
        var type = new TypeDefinition(
            "",
            "Plugin",
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed,
            module.ImportReference(typeof(object)));
        module.Types.Add(type);
        var method = new MethodDefinition("Waiting", MethodAttributes.Public | MethodAttributes.Static, module.ImportReference(typeof(long)));
        type.Methods.Add(method);
        var il = method.Body.GetILProcessor();
        il.Emit(OpCodes.Ldc_I8, 3L);
        il.Emit(OpCodes.Ret);
        using var image = new MemoryStream();
        assembly.Write(image);
        return image.ToArray();
    }
}
