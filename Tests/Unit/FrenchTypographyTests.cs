using CrisisKits.Infrastructure.Content;
using CsCheck;

namespace CrisisKits.Tests.Unit;

public sealed class FrenchTypographyTests
{
    private const char Narrow = '\u202F';
    private const char NoBreak = '\u00A0';

    private static readonly string[] Pieces =
        ["a", " ", ":", "?", "!", ";", "»", "«", "'", ".", "...", "12", "000", "mg", "h", "%", "\n", "|", "{{", "}}", "https://x.example", "n°", "[EXERCICE]", "é"];

    // in the expected texts, _ stands for the narrow no-break space and ~ for the no-break space
    [TestCase("mot : suite ; fin ! quoi ?", "mot_: suite_; fin_! quoi_?")]
    [TestCase("il dit « oui » à 50 %", "il dit «_oui_» à 50_%")]
    [TestCase("l'alerte d'abord", "l’alerte d’abord")]
    [TestCase("à suivre...", "à suivre…")]
    [TestCase("1 000 000 patients et 12 500 €", "1_000_000 patients et 12_500~€")]
    [TestCase("10 mg, 03 h 10, 15 min", "10~mg, 03~h~10, 15~min")]
    [TestCase("appelez le 01 99 00 15 15", "appelez le 01_99_00_15_15")]
    [TestCase("n° 12", "n°~12")]
    [TestCase("10:30 H+0:10 [EXERCICE] 23/11/2026", "10:30 H+0:10 [EXERCICE] 23/11/2026")]
    [TestCase("voir https://exemple.example/a...b?c=d'e et rssi.l'un@ch.example", "voir https://exemple.example/a...b?c=d'e et rssi.l’un@ch.example")]
    [TestCase("{{....}} : {{date}} ?", "{{....}}_: {{date}}_?")]
    [TestCase("::: important Titre : suite", "::: important Titre_: suite")]
    [TestCase("| a | b |\n| --- | :---: |\n| ? | c ? |", "| a | b |\n| --- | :---: |\n| ? | c_? |")]
    [TestCase("**Objet** : note", "**Objet**_: note")]
    [TestCase("en 2026 100 lits", "en 2026 100 lits")]
    public void Spaces_and_signs_are_set_as_French_printing_asks(string typed, string printed) =>
        Assert.That(FrenchTypography.Apply(typed), Is.EqualTo(printed.Replace('_', Narrow).Replace('~', NoBreak)));

    [Test]
    public void Applied_twice_it_changes_nothing_more() =>
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])
            .Array[0, 30].Select(string.Concat)
            .Sample(text => FrenchTypography.Apply(FrenchTypography.Apply(text)) == FrenchTypography.Apply(text));

    [TestCase("mot: suite", "devant « : »")]
    [TestCase("**mot**: suite", "devant « : »")]
    [TestCase("quoi?", "devant « ? »")]
    [TestCase("«oui »", "après « « »")]
    [TestCase("a  b", "double espace")]
    [TestCase("100%", "devant « % »")]
    public void What_it_cannot_guess_is_a_mistake(string typed, string expected) =>
        Assert.That(FrenchTypography.Mistakes("première ligne\n" + typed).Single(), Is.EqualTo((1, expected)).Using<(int Line, string Message)>((found, wanted) =>
            found.Line == wanted.Line && found.Message.Contains(wanted.Message, StringComparison.Ordinal)));

    [TestCase("mot : suite, 10:30, https://x.example/?a=b, [EXERCICE] objet")]
    [TestCase("| a | b |\n|---|:--:|")]
    [TestCase("ajoutez **?** tant que")]
    [TestCase("::: champs\n- Date \\| Heure")]
    public void Correct_texts_are_left_in_peace(string typed) => Assert.That(FrenchTypography.Mistakes(typed), Is.Empty);
}
