using System.Diagnostics;
using System.Globalization;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>The metrics page of an application that makes a hundred requests a second, ten of which fail, until it is stopped.</summary>
/// <param name="tokens">How many tokens it uses a second.</param>
sealed class Application(int tokens) : IDisposable
{
    readonly Stopwatch _clock = new();
    readonly double _start = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    Exporter Exporter => field ??= new(Page);

    public int Port => Exporter.Port;

    /// <summary>What its counter shows.</summary>
    public double Tokens => Math.Round(_clock.Elapsed.TotalSeconds * tokens);

    public void Stop() => _clock.Stop();

    public void Dispose() => Exporter.Dispose();

    // It starts with the first scrape: a counter that grew before nobody has seen from 0.
    string Page()
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        var page = string.Create(CultureInfo.InvariantCulture, $$"""
            ai_gateway_build_info{version="1.0.0"} 1
            ai_gateway_start_time_seconds {{_start}}
            ai_gateway_provider_info{provider="openai",tier="cloud"} 1
            ai_gateway_requests_total{provider="openai",model="m",status="success"} {{seconds * 90:0}}
            ai_gateway_requests_total{provider="openai",model="m",status="failure"} {{seconds * 10:0}}
            ai_gateway_errors_total{provider="openai",model="m",error="unavailable"} {{seconds * 10:0}}
            ai_gateway_tokens_total{provider="openai",model="m",direction="output"} {{Tokens}}
            ai_gateway_token_price_usd{provider="openai",model="m",direction="output"} 0.00001

            """);
        if (seconds == 0)
        {
            _clock.Start();
        }

        return page;
    }
}
