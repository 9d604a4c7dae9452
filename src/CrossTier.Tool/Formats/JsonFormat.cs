using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Formats;

/// <summary>Calls as JSON: an object with the counts and an array of calls. Labels that are found at run time are left out.</summary>
static class JsonFormat
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(CallInventory inventory, TextWriter output) => output.WriteLine(JsonText.Of(JsonSerializer.Serialize(
        new
        {
            coverage = Math.Round(inventory.Coverage, 2),
            measured = inventory.Measured,
            unmeasured = inventory.Unmeasured,
            excused = inventory.Ignored,
            baselined = inventory.Baselined,
            calls = inventory.Calls.Select(call => new
            {
                assembly = call.Assembly,
                call = call.Call,
                state = StateText.Of(call.State),
                measurement = call.Measurement,
                api = call.Api,
                operation = call.Operation,
                provider = call.Provider,
                model = call.Model,
                tier = call.TierText == InferenceCall.AtRunTime ? null : call.TierText,
                instance = call.Instance,
                file = call.Location?.File ?? "",
                line = call.Location?.Line ?? 0,
                column = call.Location?.Column ?? 0,
                member = call.Member,
            }),
        },
        Options)));
}
