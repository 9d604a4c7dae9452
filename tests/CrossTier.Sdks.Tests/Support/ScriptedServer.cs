using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>A real HTTP server on the loopback interface that answers what a test wrote down, for protocols that no simulated provider speaks.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _answers = new();
    readonly ConcurrentQueue<string> _bodies = new();

    ScriptedServer(WebApplication application, IEnumerable<Answer> answers)
    {
        _application = application;
        foreach (var answer in answers)
        {
            _answers.GetOrAdd(answer.Path, _ => new ConcurrentQueue<Answer>()).Enqueue(answer);
        }
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The bodies of all requests.</summary>
    public IReadOnlyList<string> Requests => [.. _bodies];

    /// <summary>Starts a server. Of several answers for a path each is given once and the last for ever.</summary>
    public static async Task<ScriptedServer> StartAsync(params IEnumerable<Answer> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = new ScriptedServer(builder.Build(), answers);
        server._application.Urls.Add("http://127.0.0.1:0");
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _bodies.Enqueue(await reader.ReadToEndAsync());
        if (NextFor(context.Request.Path.Value!) is not { } answer)
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.IsCut)
        {
            context.Response.ContentLength = answer.Pieces.Sum(answer.Encoding.GetByteCount) + 1000; // The server closes after less.
        }

        foreach (var piece in answer.Pieces)
        {
            await context.Response.WriteAsync(piece, answer.Encoding, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        while (answer.NeverEnds && !context.RequestAborted.IsCancellationRequested)
        {
            await Task.Delay(10);
            await context.Response.WriteAsync(answer.Pieces[^1], answer.Encoding, CancellationToken.None);
            await context.Response.Body.FlushAsync(CancellationToken.None);
        }
    }

    Answer? NextFor(string path)
    {
        var queue = _answers.Where(pair => path.EndsWith(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length)
            .Select(pair => pair.Value)
            .FirstOrDefault();
        return queue is null ? null : queue.Count > 1 && queue.TryDequeue(out var answer) ? answer : queue.TryPeek(out var last) ? last : null;
    }
}
