using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>What a request itself asks the simulation to do to it: <c>429</c> and other statuses, <c>hang</c> or <c>cut</c>.</summary>
sealed record Directive(int? Status, bool Hang, bool Cut)
{
    /// <summary>Reads the header, else the end of the model name.</summary>
    /// <exception cref="FormatException">The header says something else.</exception>
    public static Directive? Of(HttpRequest request, string model)
    {
        if (request.Headers.TryGetValue("x-simulate", out var header))
        {
            return Parse(header.ToString()) ?? throw new FormatException($"x-simulate says '{header}': say a status from 400 to 599, 'hang' or 'cut'.");
        }

        return model.LastIndexOf('@') is >= 0 and var at ? Parse(model[(at + 1)..]) : null;
    }

    static Directive? Parse(string text) => text switch
    {
        "hang" => new(null, Hang: true, Cut: false),
        "cut" => new(null, Hang: false, Cut: true),
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599
            => new(status, Hang: false, Cut: false),
        _ => null,
    };
}
