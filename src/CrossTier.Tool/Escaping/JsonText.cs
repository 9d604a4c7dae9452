namespace CrossTier.Tool.Escaping;

/// <summary>JSON that was written with the relaxed encoder: what it leaves raw and no terminal should get can only stand in its strings.</summary>
static class JsonText
{
    public static string Of(string json) => SpecialText.Replace(json, rune => rune.Value is '\n' or '\r' or '\t' ? null : Hex(rune.ToString()));

    static string Hex(string units) => string.Concat(units.Select(unit => $"\\u{(int)unit:x4}"));
}
