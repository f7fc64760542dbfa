using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Web.Shared;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>One question of the page: what it asks, what is kept of it, and what its fields show.</summary>
public sealed record QuestionBlock
{
    /// <summary>« 2.3 ».</summary>
    public required string Number { get; init; }

    public required Question Question { get; init; }

    /// <summary>As this establishment reads it.</summary>
    public required EsmsWording Wording { get; init; }

    public required KeptAnswer? Kept { get; init; }

    /// <summary>The name of who gave it; empty without an answer.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary>False for a reader, and once submitted.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>In the fields: what is kept, or what was typed and could not be.</summary>
    public required TypedAnswer Typed { get; init; }

    /// <summary>Why what was typed is not kept.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>Somebody else's answer came first.</summary>
    public ConflictBlock? Conflict { get; init; }

    /// <summary>What was just taken back, to undo it.</summary>
    public TypedAnswer? Cleared { get; init; }

    public string Id => Question.Id;

    /// <summary>This time: an answer carried over does not count yet.</summary>
    public bool IsAnswered => Kept is { Given: not null, ToConfirm: false };

    public bool IsToConfirm => Kept is { Given: not null, ToConfirm: true };

    /// <summary>« Réponse de Colette Brigade, 23/11/2026 à 14:32 »; empty without an answer.</summary>
    public string Who => Kept is { Given: not null } ? SayWho(Kept, AnsweredBy) : string.Empty;

    /// <summary>Where a person mends it.</summary>
    public string TroubleAnchor => Conflict is not null ? $"{Id}-conflit" : Trouble is null or { Field: SaveTyped.StorageField } ? $"{Id}-said" : $"{Id}-{Trouble.Field}";

    public static QuestionBlock Of(NamedSheet named, bool isOpen, Question question, string number)
    {
        var (assessment, answers) = named.Sheet;
        var kept = answers.FirstOrDefault(each => each.QuestionId == question.Id);
        return new()
        {
            Number = number,
            Question = question,
            Wording = assessment.Variant == KitVariant.Esms && question.Esms is { } esms ? esms : new(question.Text, question.Help, question.Options),
            Kept = kept,
            AnsweredBy = kept is null ? string.Empty : named.Names[kept.Answered.By],
            IsOpen = isOpen,
            Typed = TypedAnswer.Of(question.Id, kept),
        };
    }

    public static string SayWho(KeptAnswer kept, string by) => $"Réponse de {by}, {FrenchTime.DayAndHour(kept.Answered.At)}";

    /// <summary>The same question, with what was typed and why it is not kept.</summary>
    public QuestionBlock With(Unkept unkept)
    {
        // who chose neither of two answers is shown both again, with what is there by now
        var met = unkept.Met ?? (unkept.Typed.Keep is null ? null : new Met(Kept, AnsweredBy, IsOwn: false));
        var asked = this with { Typed = unkept.Typed, Trouble = unkept.Trouble };
        return met is null ? asked : asked with { Conflict = ConflictBlock.Of(asked, unkept.Typed, met) };
    }
}

/// <summary>Why an answer is not kept, and which field says so: <c>said</c>, <c>reason</c>, <c>comment</c>, <c>evidence</c>, <c>keep</c>.</summary>
public sealed record Trouble(string Field, string Message);

/// <summary>The answer that was there first.</summary>
/// <param name="Current">Null when nothing is there.</param>
/// <param name="By">The name of who gave or cleared it.</param>
/// <param name="IsOwn">By the same person, in another window.</param>
public sealed record Met(KeptAnswer? Current, string By, bool IsOwn);

/// <summary>An answer that was typed and is not kept: a rule says no, the storage cannot serve, or another answer is there.</summary>
public sealed record Unkept(TypedAnswer Typed, Trouble? Trouble, Met? Met);
