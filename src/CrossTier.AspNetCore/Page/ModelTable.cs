using CrossTier.AspNetCore.Figures;
using CrossTier.AspNetCore.Sampling;
using CrossTier.Labels;

namespace CrossTier.AspNetCore.Page;

/// <summary>The rows of all label sets, each with the look at which it changed last: a reader gets those that it does not know.</summary>
sealed class ModelTable
{
    readonly List<(ModelRow Row, long Changed)> _rows = [];

    /// <param name="view">What there is now.</param>
    /// <param name="look">The number of this look, from 1 up.</param>
    public void Update(View view, long look)
    {
        for (var number = 0; number < view.LabelSets.Length; number++)
        {
            var row = RowOf(view, number);
            if (number == _rows.Count)
            {
                _rows.Add((row, look));
            }
            else if (_rows[number].Row != row)
            {
                _rows[number] = (row, look);
            }
        }
    }

    /// <summary>The rows that changed after a look.</summary>
    public IReadOnlyList<ModelRow> ChangedAfter(long look) => [.. _rows.Where(row => row.Changed > look).Select(row => row.Row)];

    static ModelRow RowOf(View view, int number)
    {
        var selection = Selection.Of(view, number);
        var (provider, model) = view.LabelSets[number];
        return new(
            number,
            selection.Queues is null ? MetricLabelValues.Cloud : MetricLabelValues.Local,
            view.Facts.Relays.Contains(provider),
            provider,
            model,
            FigureSet.Between(view, selection, null, view.Now));
    }
}
