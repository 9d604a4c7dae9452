using System.Diagnostics;
using CrossTier.Exposition;
using CrossTier.SafetyNet;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.SafetyNet;

/// <summary>How the events of the HTTP stack are taken.</summary>
public sealed class ListenerTests : IDisposable
{
    const string Source = "Listener of tests"; // The real one is everybody's.
    const string Event = "System.Net.Http.Request";
    const string Address = "https://api.openai.com/v1/chat/completions";

    readonly Measured _measured = new();
    readonly DiagnosticListener _source = new(Source);
    readonly HttpRequestListener _listener;

    public ListenerTests() => _listener = new HttpRequestListener(new UnmeasuredRequestDetector(_measured.Registry), AiSafetyNet.On, Source);

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void It_asks_for_the_one_event_that_starts_no_activity()
    {
        _listener.Start();
        Assert.True(_source.IsEnabled(Event));
        Assert.False(_source.IsEnabled("System.Net.Http.HttpRequestOut"));
        Assert.False(_source.IsEnabled("System.Net.Http.HttpRequestOut.Start"));
        Assert.False(_source.IsEnabled("System.Net.Http.Response"));
    }

    [Fact]
    public void Events_that_somebody_else_asks_for_are_not_taken()
    {
        _listener.Start();
        _source.Write("System.Net.Http.HttpRequestOut.Start", new { Request = Request() });
        _source.Write("System.Net.Http.HttpRequestOut.Stop", new { Other = 1 });
        Assert.Equal(0, _measured.Sum(MetricDefinitions.UnmeasuredRequests));

        _source.Write(Event, new { Request = Request() });
        Assert.Equal(1, _measured.Sum(MetricDefinitions.UnmeasuredRequests));
    }

    [Fact]
    public void Off_nothing_is_asked_for_and_on_again_it_is()
    {
        _listener.Start();
        _listener.Mode = AiSafetyNet.Off;
        Assert.False(_source.IsEnabled(Event));
        _listener.Start();
        Assert.False(_source.IsEnabled(Event));
        _listener.Mode = AiSafetyNet.On;
        Assert.True(_source.IsEnabled(Event));
        Assert.Throws<ArgumentOutOfRangeException>(() => _listener.Mode = (AiSafetyNet)9);
    }

    [Fact]
    public void Events_of_another_form_are_told_once_and_end_it()
    {
        _listener.Start();
        _source.Write(Event, new { Message = Request() });
        _source.Write(Event, new { Message = Request() });
        _source.Write(Event, new { Request = Request() });
        Assert.Equal(0, _measured.Sum(MetricDefinitions.UnmeasuredRequests));
        Assert.False(_source.IsEnabled(Event));
        _listener.Mode = AiSafetyNet.On;
        Assert.False(_source.IsEnabled(Event));
        Assert.Single(WarningLog.Of("requests that nothing measures are not counted any more: this version of .NET reports requests in another form."));
    }

    [Fact]
    public void What_fails_here_does_not_reach_the_application()
    {
        _listener.Start();
        _source.Write(Event, new Hostile());
        Assert.False(_source.IsEnabled(Event));
    }

    static HttpRequestMessage Request() => new(HttpMethod.Post, Address);

    sealed class Hostile
    {
        public HttpRequestMessage Request => throw new NotSupportedException();
    }
}
