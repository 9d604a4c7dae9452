using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>A project that was built into memory and can be run.</summary>
sealed class Program(Assembly assembly)
{
    public static Program Load(Compilation compilation, params byte[][] references)
    {
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        foreach (var reference in references)
        {
            context.LoadFromStream(new MemoryStream(reference));
        }

        return new Program(context.LoadFromStream(new MemoryStream(Image(compilation))));
    }

    public static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Runs the module initialiser.</summary>
    public void Start() => System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);

    /// <summary>Runs the program itself.</summary>
    public Task RunEntryPointAsync() => assembly.GetType("Program", throwOnError: true)!
        .GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [Array.Empty<string>()]) as Task ?? Task.CompletedTask;

    /// <summary>Calls a static method without parameters, and awaits it if it returns a task. What it throws is thrown as it is.</summary>
    public async Task<object?> RunAsync(string type, string method)
    {
        try
        {
            var result = assembly.GetType(type, throwOnError: true)!
                .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                .Invoke(null, null);
            if (result is not Task task)
            {
                return result;
            }

            await task;
            return task.GetType().GetProperty("Result")?.GetValue(task);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
