namespace CrisisKits.Domain.Access;

/// <summary>What one may want to do with an establishment and its assessments.</summary>
public enum Act
{
    /// <summary>Answers, comments, evidence, the explained result and every export of them.</summary>
    ReadAssessment,

    /// <summary>Give, confirm or clear an answer of a draft, one by one or by import.</summary>
    Answer,

    /// <summary>Say who is in charge of a theme of a draft.</summary>
    AssignTheme,

    /// <summary>Open the one draft, from nothing or from last year's.</summary>
    StartDraft,

    /// <summary>Throw the draft away.</summary>
    DiscardDraft,

    /// <summary>Close the draft and choose the kit.</summary>
    Submit,

    /// <summary>Let the agency read theme scores, or no longer.</summary>
    Share,

    /// <summary>Kit personalised for animators and observers: restricted, since it tells the players what is coming.</summary>
    PrintRestrictedKit,

    /// <summary>Whether there is an assessment, its dates, level and kit.</summary>
    ReadResultStatus,

    /// <summary>Scores by theme.</summary>
    ReadThemeScores,

    /// <summary>Be told counts and distributions in which the establishment is one among others.</summary>
    ReadStatistics,

    /// <summary>Add or correct what the directory says of it.</summary>
    CorrectDirectory,
}
