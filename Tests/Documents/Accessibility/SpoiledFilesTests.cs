using CrisisKits.Tests.Support;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>The rules about the file, its fonts, links and outline, each broken on purpose in a file that keeps them all.</summary>
public sealed class SpoiledFilesTests
{
    private static readonly RewrittenPdf Sound = Spoiling.Sound;

    [TestCase("/Marked true", "/Marked false", "MarkInfo does not say Marked")]
    [TestCase("/Marked true", "/Marked true /Suspects true", "tags are called Suspects")]
    [TestCase(@"/StructTreeRoot (\d)", "/Elsewhere $1", "no structure tree")]
    [TestCase("/DisplayDocTitle true", "/DisplayDocTitle false", "the title bar would show the file's name")]
    [TestCase(@"/Lang \(fr-FR\)", "/Lang (le français)", "catalog: Lang is no language")]
    [TestCase("/S /P ", "/S /P /Lang () ", "(7.2)")]
    [TestCase(@"/Metadata (\d)", "/Elsewhere $1", "no XMP that can be read")]
    [TestCase("</rdf:RDF>", "", "no XMP that can be read")]
    [TestCase(">Essai<", "> <", "no dc:title")]
    [TestCase(">Essai<", ">Autre<", "the title « Autre » is not that of the information dictionary, « Essai »")]
    [TestCase("<pdfuaid:part>1<", "<pdfuaid:part>2<", "pdfuaid:part is not 1")]
    public void A_file_that_does_not_say_what_it_is_is_found(string pattern, string replacement, string finding) =>
        Spoiling.Check(pattern, replacement, finding);

    [TestCase("/AcroForm <<>>", "an interactive form")]
    [TestCase("/OCProperties <<>>", "layers")]
    [TestCase("/OpenAction <</S /JavaScript /JS (1)>>", "a script")]
    [TestCase("/Names <</EmbeddedFiles <</Names [ (a) <</Type /Filespec /F (a) /UF (a)>> ]>>>>", "an attached file")]
    [TestCase("/AF [ <</EF <<>> /F (a) /Desc (une feuille)>> ]", "an attached file")]
    public void A_file_with_what_no_rule_looks_into_is_refused(string entry, string finding) => Spoiling.Check("/Type /Catalog", "/Type /Catalog " + entry, finding);

    [Test]
    public void A_form_drawn_on_a_page_is_refused()
    {
        var spoiled = Sound.Plus("<</Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Length 0 >>\nstream\n\nendstream", out var form)
            .With("/Resources <<", $"/Resources <</XObject <</X {form} 0 R>> ").With("/Artifact BMC", "/Artifact BMC /X Do");
        Assert.That(CheckAccessibility.Run(spoiled.Bytes()), Has.Some.Contains("page 1: a form XObject"));
    }

    [Test]
    public void Encryption_that_shuts_assistive_technology_out_is_found()
    {
        var open = PdfTools.Rewrite(Sound.Bytes(), "qpdf", "--allow-weak-crypto", "--encrypt", "", "maître", "128", "--use-aes=y", "--", "FILE", "RESULT");
        var shut = PdfTools.Rewrite(Sound.Bytes(), "qpdf", "--allow-weak-crypto", "--encrypt", "", "maître", "128", "--use-aes=n", "--accessibility=n", "--", "FILE", "RESULT");
        Assert.That(CheckAccessibility.Run(open), Has.None.Contains("assistive technology"));
        Assert.That(CheckAccessibility.Run(shut), Has.One.Contains("assistive technology may not read"));
    }

    [TestCase("/Encoding /Identity-H", "/Encoding /Identity-V", "not a composite TrueType font")]
    [TestCase(@"/CIDSystemInfo (<</Registry \(Adobe\) /Ordering \(Identity\))", "/Elsewhere $1", "no CIDSystemInfo")]
    [TestCase("/CIDToGIDMap /Identity", "", "no CIDToGIDMap")]
    [TestCase("/FontName /", "/FontName /Z", "its dictionaries do not agree on its name")]
    [TestCase("/Flags 4 ", "/Flags 36 ", "neither symbolic nor nonsymbolic, or both")]
    [TestCase("/FontFile2 ", "/Elsewhere ", "no font program that can be read")]
    [TestCase("glyf", "glyX", "no font program that can be read")]
    [TestCase("<0001", "<7FFF", "code 32767 has no glyph")]
    [TestCase("<0001", "<0000", "code 0 shows .notdef")]
    [TestCase(@"/W \[ 0 \[ (\d+) \d+", "/W [ 0 [ $1 999", "code 1 is 999 wide here")]
    [TestCase("/ToUnicode ", "/Elsewhere ", "no ToUnicode")]
    [TestCase("<0001> <[0-9A-F]*>\n", "<7FFE> <0041>\n", "code 1 maps to no text")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <>", "code 1 maps to no text")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <0000>", "code 1 maps to U+0000")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <FEFF>", "code 1 maps to U+FEFF")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <FFFE>", "code 1 maps to U+FFFE")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <E000>", "code 1 maps to U+E000")]
    [TestCase("<0001> <[0-9A-F]*>", "<0001> <D800>", "code 1 maps to U+FFFD")]
    public void A_font_that_cannot_be_shown_or_read_is_found(string pattern, string replacement, string finding) =>
        Spoiling.Check(pattern, replacement, finding);

    [Test]
    public void A_character_the_fonts_do_not_have_is_found() =>
        Assert.That(CheckAccessibility.Run(Print(Paragraph("Réunion en 会議室"))), Has.Some.Contains("shows .notdef"));

    [TestCase("/Tabs /S", "", "page 1: the tab key does not follow the structure")]
    [TestCase("/Subtype /Link", "/Subtype /Text", "a Text, which no rule here looks into")]
    [TestCase("/S /Link ", "/S /Span ", "no Link element, or several, holds it")]
    [TestCase("<</Type /OBJR [^>]*>>", "", "a link that leads nowhere")]
    [TestCase(@"/Type /OBJR /Obj \d+", "/Type /OBJR /Obj 1", "an annotation of no page")]
    [TestCase("(/Subtype /Link .*)/Contents <[^>]*>", "$1", "it does not say where it leads")]
    [TestCase(@"/StructParent \d+", "", "no StructParent of its own")]
    [TestCase(@"/StructParent \d+", "/StructParent 0", "the parent tree does not lead it to")]
    [TestCase(@"(/Subtype /Link .*/Dest \[ )\d+", "${1}1", "leads to no page")]
    public void A_link_that_cannot_be_followed_is_found(string pattern, string replacement, string finding) => Spoiling.Check(pattern, replacement, finding);

    [TestCase(@"/Outlines (\d)", "/Elsewhere $1", "headings and no outline")]
    [TestCase("/Title <[^>]*> ?/Parent", "/Title () /Parent", "a bookmark of level 1 has no title")]
    [TestCase(@"(/Title <[^>]*> ?/Parent \d+ 0 R /Dest \[ )\d+", "${1}1", "« Alerte » leads to no page")]
    public void An_outline_that_leads_nowhere_is_found(string pattern, string replacement, string finding) => Spoiling.Check(pattern, replacement, finding);

    [Test]
    public void An_outline_that_goes_back_is_found()
    {
        var last = Sound.IdOf("/StructParents 1");
        var spoiled = Sound.With(@"(/Title <[^>]*> ?/Parent \d+ 0 R /Dest \[ )\d+(.*)(/Next)", $"${{1}}{last}$2$3")
            .With(@"(/Title <[^>]*> ?/Parent \d+ 0 R /Dest \[ )\d+(.*)(/Prev)", $"${{1}}{Sound.IdOf("/StructParents 0")}$2$3");
        Assert.That(CheckAccessibility.Run(spoiled.Bytes()), Has.Some.Contains("« Suite » leads back to page 1"));
    }
}
