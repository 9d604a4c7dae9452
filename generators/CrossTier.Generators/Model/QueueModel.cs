namespace CrossTier.Generators.Model;

/// <summary>An <c>[AiQueue]</c> member.</summary>
/// <param name="Type">The type that has it, as text; as an assembly-qualified metadata name if generated code cannot name it.</param>
/// <param name="IsNameable">Whether generated code can name the type.</param>
/// <param name="Member">The member as metadata has it: a field's name, a method's, or a getter's.</param>
/// <param name="Kind">Field or method.</param>
/// <param name="IsStatic">Whether it joins by itself.</param>
/// <param name="ReturnType"><c>int</c> or <c>long</c>.</param>
/// <param name="Model">The <c>model</c> label; null if the object reports it itself.</param>
/// <param name="Instance">The <c>instance</c> label, or null.</param>
/// <param name="Owner">How the labels are read that the object reports itself, or null.</param>
sealed record QueueModel(string Type, bool IsNameable, string Member, QueueMemberKind Kind, bool IsStatic, string ReturnType, string? Model, string? Instance,
    ClientModel? Owner);

/// <summary>What an <c>[AiQueue]</c> member is to the runtime.</summary>
enum QueueMemberKind
{
    Field,
    Method,
}
