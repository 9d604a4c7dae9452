using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace CrossTier.Assemblies;

/// <summary>Walks over the instructions of a method's body.</summary>
static class IlReader
{
    const int TwoBytes = 0xfe;

    static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xffff, code => code.OperandType);

    /// <exception cref="BadImageFormatException">The body is damaged.</exception>
    public static IEnumerable<IlToken> Tokens(MethodBodyBlock body)
    {
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var offset = code.Offset;
            int value = code.ReadByte();
            value = value == TwoBytes ? TwoBytes << 8 | code.ReadByte() : value;
            switch (Operands.TryGetValue(value, out var operand) ? operand : throw new BadImageFormatException($"The instruction 0x{value:x} is not known."))
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    yield return new IlToken(offset, (ILOpCode)value, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case var other:
                    code.Offset += Size(other);
                    break;
            }
        }
    }

    static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
