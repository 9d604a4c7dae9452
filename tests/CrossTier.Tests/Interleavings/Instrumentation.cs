using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace CrossTier.Tests.Interleavings;

/// <summary>
/// Rewrites the built runtime so that its counting can be explored: the scheduler is asked before each access to a field or an element that another thread may
/// see, before each volatile and interlocked access and at each lock. The runtime itself knows nothing of it.
/// </summary>
static class Instrumentation
{
    static readonly string[] Namespaces = ["CrossTier.Counting", "CrossTier.Exposition"];

    // Over sums that no other thread sees, or under the lock.
    static readonly HashSet<string> Local = ["Totals.Add", "Distribution.Add", "RareTotals.Add", "StreamTotals.Add", "NamedCounts.Add", "NamedCounts.Sum"];

    static readonly HashSet<Code> Accesses =
    [
        Code.Ldfld, Code.Stfld, Code.Ldflda, Code.Ldsfld, Code.Stsfld, Code.Ldelem_Ref, Code.Stelem_Ref, Code.Ldelem_I8, Code.Stelem_I8, Code.Ldelem_Any,
        Code.Ldind_I8, Code.Stind_I8,
    ];

    public static byte[] Rewrite(string path, Fault fault)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var module = assembly.MainModule;
        foreach (var type in module.GetAllTypes().Where(IsExplored))
        {
            foreach (var method in type.Methods.Where(method => method is { HasBody: true, IsConstructor: false }))
            {
                Plant(fault, type, method);
                if (!Local.Contains($"{type.Name}.{method.Name}"))
                {
                    Rewrite(module, method);
                }
            }
        }

        using var image = new MemoryStream();
        assembly.Write(image);
        return image.ToArray();
    }

    static bool IsExplored(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace == Namespaces[0] || type.FullName == $"{Namespaces[1]}.QueueReaders";
    }

    static void Rewrite(ModuleDefinition module, MethodDefinition method)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var il = body.GetILProcessor();
        foreach (var instruction in body.Instructions.ToList())
        {
            if (instruction.Operand is MethodReference called && instruction.OpCode.Code is Code.Call or Code.Callvirt)
            {
                RewriteCall(module, il, instruction, called);
            }
            else if (Accesses.Contains(instruction.OpCode.Code) && !(instruction.Operand is FieldReference field && IsFixed(field)))
            {
                Insert(il, instruction, Call(module, nameof(Scheduler.Access)));
            }
        }

        body.OptimizeMacros();
    }

    static void RewriteCall(ModuleDefinition module, ILProcessor il, Instruction instruction, MethodReference called)
    {
        switch (called.DeclaringType.FullName, called.Name)
        {
            case ("System.Threading.Lock", "EnterScope"):
                Insert(il, instruction, il.Create(OpCodes.Dup), Call(module, nameof(Scheduler.Enter)));
                break;
            case ("System.Threading.Lock/Scope", "Dispose"):
                il.InsertAfter(instruction, Call(module, nameof(Scheduler.Exit)));
                break;
            case ("System.Threading.Monitor", "Enter"):
                instruction.Operand = Method(module, nameof(Scheduler.EnterMonitor));
                break;
            case ("System.Threading.Monitor", "Exit"):
                instruction.Operand = Method(module, nameof(Scheduler.ExitMonitor));
                break;
            case ("System.Threading.SpinWait", "SpinOnce"):
                instruction.OpCode = OpCodes.Call;
                instruction.Operand = Method(module, nameof(Scheduler.Spin));
                break;
            case ("System.Threading.Thread", "GetCurrentProcessorId"):
                instruction.Operand = Method(module, nameof(Scheduler.ProcessorId));
                break;
            case (_, "ReadBarrier"):
                Insert(il, instruction, Call(module, nameof(Scheduler.ReadBarrier)));
                break;
            case ("System.Threading.Volatile" or "System.Threading.Interlocked", _):
                Insert(il, instruction, Call(module, nameof(Scheduler.Access)));
                break;
        }
    }

    // What is set by constructors alone is the same for all threads.
    static bool IsFixed(FieldReference field) => field.Resolve() is not { } known || known.IsInitOnly || !IsExplored(known.DeclaringType);

    static Instruction Call(ModuleDefinition module, string method) => Instruction.Create(OpCodes.Call, Method(module, method));

    static MethodReference Method(ModuleDefinition module, string name) => module.ImportReference(typeof(Scheduler).GetMethod(name));

    // Whoever jumps to the instruction comes by what stands before it.
    static void Insert(ILProcessor il, Instruction instruction, params Instruction[] before)
    {
        while (instruction.Previous is { OpCode.OpCodeType: OpCodeType.Prefix } prefix)
        {
            instruction = prefix;
        }

        foreach (var one in before)
        {
            il.InsertBefore(instruction, one);
        }

        foreach (var other in il.Body.Instructions)
        {
            if (other.Operand == instruction)
            {
                other.Operand = before[0];
            }
            else if (other.Operand is Instruction[] targets)
            {
                other.Operand = Array.ConvertAll(targets, target => target == instruction ? before[0] : target);
            }
        }

        foreach (var handler in il.Body.ExceptionHandlers)
        {
            handler.TryStart = handler.TryStart == instruction ? before[0] : handler.TryStart;
            handler.TryEnd = handler.TryEnd == instruction ? before[0] : handler.TryEnd;
            handler.HandlerStart = handler.HandlerStart == instruction ? before[0] : handler.HandlerStart;
            handler.HandlerEnd = handler.HandlerEnd == instruction ? before[0] : handler.HandlerEnd;
        }
    }

    static void Plant(Fault fault, TypeDefinition type, MethodDefinition method)
    {
        var il = method.Body.GetILProcessor();
        switch (fault, $"{type.Name}.{method.Name}")
        {
            case (_, "ThreadEnd.Finalize"): // A thread of the program folds, so that it is known when.
                method.Body.ExceptionHandlers.Clear();
                method.Body.Instructions.Clear();
                il.Emit(OpCodes.Ret);
                break;
            case (Fault.NoAttempts, "Cell.Read"):
                Assert.Single(method.Body.Instructions, instruction => instruction.Operand is (sbyte)16).Operand = (sbyte)0;
                break;
            case (Fault.NoRetry, "Cell.TryRead"):
                il.InsertBefore(method.Body.Instructions[^1], il.Create(OpCodes.Pop));
                il.InsertBefore(method.Body.Instructions[^1], il.Create(OpCodes.Ldc_I4_1));
                break;
            case (Fault.NoAnnouncement, "Cell.BeginWrite"):
                method.Body.Instructions.Clear();
                il.Emit(OpCodes.Ret);
                break;
            case (Fault.NoLock, "SeriesCells.Retire"):
                var enter = method.Body.Instructions.Single(instruction => instruction.Operand is MethodReference { Name: "EnterScope" });
                var own = ((MethodReference)enter.Operand).DeclaringType.Resolve().Methods
                    .Single(own => own is { IsConstructor: true, IsStatic: false, Parameters.Count: 0 });
                il.InsertBefore(enter, il.Create(OpCodes.Pop));
                il.InsertBefore(enter, il.Create(OpCodes.Newobj, method.Module.ImportReference(own)));
                break;
            case (Fault.NoHandOver, "ThreadCells.TakeBack"):
                var call = method.Body.Instructions.Single(instruction => instruction.Operand is MethodReference { Name: "HandOver" });
                (call.OpCode, call.Operand) = (OpCodes.Pop, null);
                break;
        }
    }
}
