using CrisisKits.Domain.Grids;
using Microsoft.AspNetCore.Http;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>The form of a whole theme as it was sent, and what became of it. Fields left as they were shown are not sent on.</summary>
public sealed class SentForm
{
    private readonly Dictionary<string, Unkept> _unkept = new(StringComparer.Ordinal);

    public SentForm(IFormCollection form, Theme theme)
    {
        Goes = form.ContainsKey("next");
        var (clear, undo, confirm) = (form["clear"].ToString(), form["undo"].ToString(), form["confirm"].ToString());
        foreach (var question in theme.Questions)
        {
            if (TypedAnswer.Read(form, question.Id) is not { } typed)
                continue;
            if (question.Id == clear)
            {
                (Cleared, Before) = (clear, typed);
                ToSave.Add(typed with { Said = string.Empty });
            }
            else if (question.Id == undo && TypedAnswer.Read(form, undo, "cleared.") is { } before)
                ToSave.Add(before);
            else if (typed.Keep is not null)
                Choose(typed);
            else if (typed.IsChanged || question.Id == confirm)
                Take(typed);
        }
    }

    /// <summary>In grid order.</summary>
    public List<TypedAnswer> ToSave { get; } = [];

    /// <summary>By question, what has to be asked again.</summary>
    public IReadOnlyDictionary<string, Unkept> Unkept => _unkept;

    /// <summary>How many were kept.</summary>
    public int Saved { get; private set; }

    /// <summary>On to the next theme once all is kept.</summary>
    public bool Goes { get; }

    /// <summary>The question whose answer was taken back.</summary>
    public string? Cleared { get; private set; }

    /// <summary>What it was.</summary>
    public TypedAnswer? Before { get; private set; }

    /// <summary>Nothing typed is at fault.</summary>
    public bool IsUnavailable => _unkept.Values.Any(unkept => unkept.Trouble?.Field == SaveTyped.StorageField);

    public void Note(TypedAnswer typed, SavedTyped saved)
    {
        if (saved.Unkept is { } unkept)
        {
            _unkept.Add(typed.QuestionId, unkept);
            return;
        }

        if (typed.QuestionId != Cleared)
            Saved++;
        else if (saved.Kept is { } kept)
            Before = Before! with { Version = kept.Version };
        else
            Cleared = null;
    }

    private void Take(TypedAnswer typed)
    {
        if (typed.Said.Length > 0)
            ToSave.Add(typed);
        else
            _unkept.Add(typed.QuestionId, new(typed, new("said", "Choisissez une réponse : « Je ne sais pas » en est une. Vos textes seront gardés avec elle."), null));
    }

    /// <summary>Sent over the answer that was shown beside it; whoever chose nothing is asked again, with what is then there.</summary>
    private void Choose(TypedAnswer typed)
    {
        if (typed.Keep == TypedAnswer.Theirs)
            return;
        if (typed.Keep == TypedAnswer.Mine)
            ToSave.Add(typed);
        else
            _unkept.Add(typed.QuestionId, new(typed, new("keep", "Choisissez la réponse à garder."), null));
    }
}
