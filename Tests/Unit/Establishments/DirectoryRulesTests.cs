using CrisisKits.Domain.Establishments;
using CsCheck;

namespace CrisisKits.Tests.Unit.Establishments;

/// <summary>What decides of a directory: who gets in, what an import changes, how one is found.</summary>
public sealed class DirectoryRulesTests
{
    private static readonly DescribedEstablishment Site = new()
    {
        Finess = "63 999 902 8",
        Kind = "site",
        Parent = "639999010",
        Name = "  Hôpital \t de la  Digue (fictif) ",
        Category = " 355 ",
        Town = "Valmorel",
        PostalCode = "63 999",
        Commune = "63999",
        IsOpen = true,
    };

    [Test]
    public void A_description_is_tidied()
    {
        var read = Site.Read().Value!;
        Assert.Multiple(() =>
        {
            Assert.That((read.Finess.Value, read.Parent!.Value, read.Kind), Is.EqualTo(("639999028", "639999010", EstablishmentKind.Site)));
            Assert.That((read.Name, read.Category, read.Town, read.PostalCode, read.Commune), Is.EqualTo(("Hôpital de la Digue (fictif)", "355", "Valmorel", "63999", "63999")));
            Assert.That((read.Department.Code, read.Region!.Code, read.IsOpen), Is.EqualTo(("63", "84", true)));
            Assert.That((Site with { Commune = "2a004", PostalCode = null, Category = "" }).Read().Value is { Commune: "2A004", PostalCode: null, Category: null }, Is.True);
        });
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return new(Site with { Finess = "12345" }, "finess", "malformed-finess");
        yield return new(Site with { Kind = "clinique" }, "kind", "unknown-kind");
        yield return new(Site with { Parent = null }, "parent", "missing-parent");
        yield return new(Site with { Parent = "x" }, "parent", "missing-parent");
        yield return new(Site with { Kind = "legal-entity" }, "parent", "parent-refused");
        yield return new(Site with { Name = " \n " }, "name", "missing-name");
        yield return new(Site with { Name = new('a', 251) }, "name", "too-long");
        yield return new(Site with { Name = "Hôpital\0" }, "name", "unprintable-text");
        yield return new(Site with { Name = "\uD83D seul" }, "name", "unprintable-text");
        yield return new(Site with { Town = null }, "town", "missing-town");
        yield return new(Site with { Town = new('a', 101) }, "town", "too-long");
        yield return new(Site with { Category = "35" }, "category", "malformed-category");
        yield return new(Site with { Category = "٣٥٥" }, "category", "malformed-category");
        yield return new(Site with { PostalCode = "6399" }, "postalCode", "malformed-postal-code");
        yield return new(Site with { Commune = null }, "commune", "unknown-commune");
        yield return new(Site with { Commune = "96001" }, "commune", "unknown-commune");
        yield return new(Site with { IsOpen = null }, "open", "unknown-state");
    }

    [TestCaseSource(nameof(Refused))]
    public void What_keeps_an_establishment_out_names_its_field(DescribedEstablishment said, string field, string code) =>
        Assert.That(said.Read().Refusals.Select(refusal => (refusal.Field, refusal.Code)), Is.EqualTo([(field, code)]));

    [Test]
    public void Every_refusal_is_told_at_once_on_one_line() =>
        Assert.That((Site with { Finess = "\u001b[2J\n", Name = "", Commune = "\n" }).Read().Refusals.Select(refusal => refusal.Message.Any(char.IsControl)),
            Is.EqualTo([false, false, false]));

    [Test]
    public void A_number_with_a_wrong_key_is_let_in() => Assert.That((Site with { Finess = "639999029" }).Read().Value!.Finess.LooksMistyped, Is.True);

    [TestCase("01", "451", "01451")]
    [TestCase("2A", "004", "2A004")]
    [TestCase("75", "113", "75113")]
    [TestCase("9A", "101", "97101")]
    [TestCase("9A", "127", "97127")]
    [TestCase("9B", "207", "97207")]
    [TestCase("9C", "302", "97302")]
    [TestCase("9D", "411", "97411")]
    [TestCase("9E", "502", "97502")]
    [TestCase("9F", "606", "97606")]
    [TestCase("9J", "613", "98613")]
    [TestCase("9A", "01", null)]
    [TestCase("971", "101", null)]
    [TestCase(null, "101", null)]
    [TestCase("", "", null)]
    public void The_older_file_writes_communes_in_two_columns(string? department, string? commune, string? expected) =>
        Assert.That(FinessAddress.CommuneOf(department, commune), Is.EqualTo(expected));

    [TestCase("01012 BOURG EN BRESSE CEDEX", "01012", "BOURG EN BRESSE")]
    [TestCase("97405 ST DENIS CEDEX 09", "97405", "ST DENIS")]
    [TestCase("BOURG EN BRESSE", null, "BOURG EN BRESSE")]
    [TestCase("  69003   LYON  ", "69003", "LYON")]
    [TestCase("CEDEX", null, "CEDEX")]
    [TestCase("63999", "63999", "")]
    [TestCase(null, null, "")]
    public void A_routing_line_holds_a_postal_code_and_a_town(string? line, string? postalCode, string town) =>
        Assert.That(FinessAddress.OfRoutingLine(line), Is.EqualTo((postalCode, town)));

    [TestCase(null, false, false, true, DirectoryFate.Added)]
    [TestCase(null, false, false, false, DirectoryFate.Ignored)]
    [TestCase(EstablishmentSource.Finess, true, true, true, DirectoryFate.Unchanged)]
    [TestCase(EstablishmentSource.Finess, false, true, true, DirectoryFate.Changed)]
    [TestCase(EstablishmentSource.Finess, false, true, false, DirectoryFate.Closed)]
    [TestCase(EstablishmentSource.Finess, false, false, true, DirectoryFate.Changed)]
    [TestCase(EstablishmentSource.Finess, false, false, false, DirectoryFate.Changed)]
    [TestCase(EstablishmentSource.Hand, false, true, false, DirectoryFate.KeptByHand)]
    [TestCase(EstablishmentSource.Hand, true, true, true, DirectoryFate.Unchanged)]
    [TestCase(EstablishmentSource.Demo, false, true, true, DirectoryFate.KeptByHand)]
    public void An_import_changes_only_what_follows_the_directory(EstablishmentSource? source, bool isSame, bool wasOpen, bool isOpen, DirectoryFate expected) =>
        Assert.That(DirectoryChange.Of(source, isSame, wasOpen, isOpen), Is.EqualTo(expected));

    [TestCase(0, 0, false)]
    [TestCase(100, 20, false)]
    [TestCase(100, 21, true)]
    [TestCase(1, 1, true)]
    public void More_than_a_fifth_that_vanishes_looks_like_half_a_file(int open, int vanishing, bool expected) =>
        Assert.That(DirectoryChange.LooksTruncated(open, vanishing), Is.EqualTo(expected));

    [TestCase("Hôpital de l'Étang-Cœur", "Bœurs", "2A0000154", " hopital de l etang coeur boeurs 2a0000154")]
    [TestCase("C.H.  « ÇA »", "", "639999010", " c h ca 639999010")]
    [TestCase("=HYPERLINK(\"x\")", "100 %_", "639999010", " hyperlink x 100 639999010")]
    [TestCase("病院 \uFFFE", "e\u0301cole", "639999010", " ecole 639999010")]
    public void The_search_text_has_plain_words_and_the_number(string name, string town, string finess, string expected) =>
        Assert.That(SearchWords.TextOf(name, town, finess), Is.EqualTo(expected));

    [Test]
    public void The_search_text_is_bounded_and_keeps_the_number() =>
        Assert.That(SearchWords.TextOf(new('œ', 250), new('æ', 100), "639999010"), Has.Length.EqualTo(SearchWords.LongestText).And.EndsWith(" 639999010"));

    [TestCase("  étang  CŒUR ", "etang coeur")]
    [TestCase("63 999 901 0", "639999010")]
    [TestCase("2a 000 015 4", "2a0000154")]
    [TestCase("valmorel 63", "valmorel 63")]
    [TestCase("% _ ' [", "")]
    [TestCase("a a b", "a b")]
    [TestCase("a b c d e f g h", "a b c d e f")]
    [TestCase(null, "")]
    public void What_is_typed_becomes_words(string? typed, string expected) => Assert.That(string.Join(' ', SearchWords.Of(typed)), Is.EqualTo(expected));

    [Test]
    public void The_words_of_any_name_find_it() => Gen.Select(Gen.String[0, 60], Gen.String[0, 30]).Sample((name, town) =>
        SearchWords.Of($"a {name}").Skip(1).All(word => SearchWords.TextOf(name, town, "639999010").Contains($" {word}", StringComparison.Ordinal)));
}
