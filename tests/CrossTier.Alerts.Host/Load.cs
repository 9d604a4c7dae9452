namespace CrossTier.Alerts.Host;

/// <summary>Makes calls at an even pace, whatever becomes of them.</summary>
sealed class Load(CancellationToken stop)
{
    public async Task RunAsync(double perSecond, Func<Task> call, Func<bool>? isOn = null)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        while (!stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            if (isOn?.Invoke() ?? true)
            {
                _ = QuietlyAsync(call);
            }
        }
    }

    static async Task QuietlyAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception)
        {
            // The load goes on: what fails is what the metrics are asked about.
        }
    }
}
