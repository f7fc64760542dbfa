using CrisisKits.Web.Assessments.Themes;
using CsCheck;

namespace CrisisKits.Tests.Web;

public sealed class TextDifferenceTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("Signée", "en", "mars.", "juin.", "«", "\n", "<b>").Array[0, 12].Select(words => string.Join(' ', words));

    [TestCase("Signée en juin.", "Signée en mars, remise à chacun.", "juin.")]
    [TestCase("Signée en mars.", "Signée  en\nmars.", "")]
    [TestCase("Un ajout au début. Signée.", "Signée.", "Un ajout au début. ")]
    [TestCase("", "Signée.", "")]
    [TestCase("Signée.", "", "Signée.")]
    public void What_the_other_text_lacks_is_told_apart(string text, string other, string own) =>
        Assert.That(string.Concat(TextDifference.Run(text, other).Where(piece => piece.IsOwn).Select(piece => piece.Text)), Is.EqualTo(own));

    [Test]
    public void The_pieces_are_the_text_and_both_texts_share_the_same_words() => Gen.Select(Texts, Texts).Sample((text, other) =>
    {
        var (mine, theirs) = (TextDifference.Run(text, other), TextDifference.Run(other, text));
        return string.Concat(mine.Select(piece => piece.Text)) == text && Shared(mine) == Shared(theirs);
    });

    [Test]
    public void The_longest_texts_are_compared_at_once()
    {
        var first = string.Concat(Enumerable.Repeat("a b ", 1000));
        var second = string.Concat(Enumerable.Repeat("b a c ", 660));
        Assert.That(string.Concat(TextDifference.Run(first, second).Select(piece => piece.Text)), Is.EqualTo(first));
    }

    /// <summary>How many words: which of two equal ones is shared does not matter.</summary>
    private static int Shared(IEnumerable<Piece> pieces) =>
        pieces.Where(piece => !piece.IsOwn).Sum(piece => piece.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
}
