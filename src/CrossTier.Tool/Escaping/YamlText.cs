using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace CrossTier.Tool.Escaping;

/// <summary>Puts each string with a special code point between double quotes, the only form of YAML that has escapes.</summary>
sealed class YamlText(IEventEmitter next) : ChainedEventEmitter(next)
{
    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (eventInfo.Source.Value is string text && eventInfo.Style != ScalarStyle.Literal && SpecialText.IsIn(text))
        {
            // Halves of surrogate pairs are replaced here: the library takes them for whole ones.
            eventInfo = new ScalarEventInfo(new ObjectDescriptor(
                SpecialText.Replace(text, rune => null),
                typeof(string),
                typeof(string)))
            {
                Style = ScalarStyle.DoubleQuoted,
            };
        }

        base.Emit(eventInfo, emitter);
    }

    /// <summary>Escapes what the library leaves raw; with the above it stands between double quotes.</summary>
    public static string Of(string yaml) => SpecialText.Replace(yaml, rune => rune.Value == '\n' ? null : SpecialText.Hex(rune));
}
