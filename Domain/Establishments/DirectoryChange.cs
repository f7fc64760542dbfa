namespace CrisisKits.Domain.Establishments;

/// <summary>What an import does with an establishment.</summary>
public enum DirectoryFate
{
    Added,
    Changed,

    /// <summary>Open here, closed in the file or no longer in it.</summary>
    Closed,
    Unchanged,

    /// <summary>Corrected by hand, and the file says otherwise.</summary>
    KeptByHand,

    /// <summary>Closed before it was ever known here: of no use.</summary>
    Ignored,
}

/// <summary>The rules of an import. A file is a whole directory: what is no longer in it is closed, and nothing is ever deleted.</summary>
public static class DirectoryChange
{
    /// <summary>At most one in so many may vanish from one file to the next.</summary>
    private const int MostVanishingOneIn = 5;

    /// <param name="source">Of what is known; null when nothing is.</param>
    /// <param name="isSame">The file says exactly what is known.</param>
    /// <param name="wasOpen">As known.</param>
    /// <param name="isOpen">In the file.</param>
    public static DirectoryFate Of(EstablishmentSource? source, bool isSame, bool wasOpen, bool isOpen) => source switch
    {
        null => isOpen ? DirectoryFate.Added : DirectoryFate.Ignored,
        _ when isSame => DirectoryFate.Unchanged,
        not EstablishmentSource.Finess => DirectoryFate.KeptByHand,
        _ => wasOpen && !isOpen ? DirectoryFate.Closed : DirectoryFate.Changed,
    };

    /// <summary>More than a fifth of the open establishments would close because the file says nothing of them: half a file looks like that.</summary>
    public static bool LooksTruncated(int open, int vanishing) => vanishing * MostVanishingOneIn > open;
}
