using System.Reflection;
using System.Reflection.Emit;

namespace CrossTier.Tests.Support;

/// <summary>Types of exceptions whose members have the names that are looked for, and do what no one should: made by chance.</summary>
static class HostileTypes
{
    static readonly string[] Names = ["Status", "StatusCode", "ErrorType", "Message", "GetRawResponse", "Headers", "Data", "InnerException"];

    static readonly Type[] Results =
        [typeof(int), typeof(int?), typeof(string), typeof(System.Net.HttpStatusCode), typeof(object), typeof(Exception), typeof(void)];

    public static Type[] Make(int count, Random random)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Hostile"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Hostile");
        return [.. Enumerable.Range(0, count).Select(number => Make(module, number, random))];
    }

#if NET9_0_OR_GREATER // Nothing before writes an assembly.
    /// <summary>An assembly with an exception, <c>Holder</c>, of which a member's type lies in an assembly that is not there.</summary>
    public static MemoryStream WithMissingType(string member)
    {
        var missing = new PersistedAssemblyBuilder(new AssemblyName("Missing"), typeof(object).Assembly);
        var gone = missing.DefineDynamicModule("Missing").DefineType("Gone", TypeAttributes.Public);
        gone.CreateType();

        var holding = new PersistedAssemblyBuilder(new AssemblyName("Holding"), typeof(object).Assembly);
        var holder = holding.DefineDynamicModule("Holding").DefineType("Holder", TypeAttributes.Public, typeof(Exception));
        holder.DefineDefaultConstructor(MethodAttributes.Public);
        var isProperty = member != "GetRawResponse";
        var method = holder.DefineMethod(isProperty ? "get_" + member : member, MethodAttributes.Public | MethodAttributes.HideBySig, gone, []);
        method.GetILGenerator().Emit(OpCodes.Ldnull);
        method.GetILGenerator().Emit(OpCodes.Ret);
        if (isProperty)
        {
            holder.DefineProperty(member, PropertyAttributes.None, gone, null).SetGetMethod(method);
        }

        holder.CreateType();
        var file = new MemoryStream();
        holding.Save(file);
        file.Position = 0;
        return file;
    }
#endif

    static Type Make(ModuleBuilder module, int number, Random random)
    {
        var type = module.DefineType("Hostile" + number, TypeAttributes.Public, random.Next(4) == 0 ? typeof(AggregateException) : typeof(Exception));
        foreach (var name in Names.Where(_ => random.Next(2) == 0))
        {
            var result = name is "Message" ? typeof(string) : Results[random.Next(Results.Length)];
            var isProperty = name != "GetRawResponse" && result != typeof(void);
            var method = type.DefineMethod(
                isProperty ? "get_" + name : name,
                MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig | (name is "Message" ? 0 : MethodAttributes.NewSlot),
                result,
                []);
            Write(method, result, random.Next(6));
            if (isProperty)
            {
                type.DefineProperty(name, PropertyAttributes.None, result, null).SetGetMethod(method);
            }
        }

        return type.CreateType();
    }

    static void Write(MethodBuilder method, Type result, int kind)
    {
        var il = method.GetILGenerator();
        switch (kind)
        {
            case 0: // throws
                il.Emit(OpCodes.Ldnull);
                il.Emit(OpCodes.Throw);
                break;
            case 1: // blocks
                il.Emit(OpCodes.Ldc_I4_M1);
                il.Emit(OpCodes.Call, typeof(Thread).GetMethod(nameof(Thread.Sleep), [typeof(int)])!);
                Return(il, result);
                break;
            case 2: // recurses
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Callvirt, method);
                il.Emit(OpCodes.Ret);
                break;
            case 3: // loops
                var start = il.DefineLabel();
                il.MarkLabel(start);
                il.Emit(OpCodes.Br_S, start);
                break;
            case 4: // hands out itself
                Return(il, result, self: true);
                break;
            default:
                Return(il, result);
                break;
        }
    }

    static void Return(ILGenerator il, Type result, bool self = false)
    {
        if (self && result.IsAssignableFrom(typeof(Exception)))
        {
            il.Emit(OpCodes.Ldarg_0);
        }
        else if (result != typeof(void))
        {
            var local = il.DeclareLocal(result);
            il.Emit(OpCodes.Ldloca_S, local);
            il.Emit(OpCodes.Initobj, result);
            il.Emit(OpCodes.Ldloc_S, local);
        }

        il.Emit(OpCodes.Ret);
    }
}
