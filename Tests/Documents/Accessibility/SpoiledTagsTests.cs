using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>The rules about marks and tags, each broken on purpose in a file that keeps them all.</summary>
public sealed class SpoiledTagsTests
{
    private static readonly RewrittenPdf Sound = Spoiling.Sound;

    [TestCase("EMC\n", "", "ends with a mark, a text object or a saved state still open")]
    [TestCase("EMC\n", "EMC EMC\n", "closes a mark that is not open here")]
    [TestCase("EMC\n", "EMC q\n", "still open")]
    [TestCase("EMC\n", "EMC Q\n", "restores a state that was not saved")]
    [TestCase("TJ ET", "TJ /X BMC ET EMC", "has « ET » where it cannot stand")]
    [TestCase("BT/", "/", "shows text outside a text object")]
    [TestCase(" re f\n", " re zut\n", "an operator nobody knows, « zut »")]
    [TestCase(" re S\n", " 1 re S\n", "gives « re » 5 operands")]
    [TestCase("/Artifact BMC", "/Span BMC", "is neither tagged nor an artifact")]
    [TestCase("/P<</MCID 1>>BDC", "/P BMC", "« TJ » at (54, ")]
    [TestCase("EMC\n", "EMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n", "« BI » at (0, 0) is neither tagged nor an artifact")]
    [TestCase("EMC\n", "EMC /X sh\n", "« sh » at (0, 0) is neither tagged nor an artifact")]
    [TestCase("EMC\n", "EMC 1 0 0 1 30 40 cm /X Do\n", "« Do » at (30, 40) is neither tagged nor an artifact")]
    [TestCase("/P<</MCID 1>>BDC", "/P<</MCID 1>>BDC /Artifact BMC EMC", "an artifact stands inside tagged content")]
    [TestCase("/P<</MCID 1>>BDC", "/P<</MCID 1>>BDC /P<</MCID 999>>BDC EMC", "tagged content 999 stands inside other tagged content")]
    [TestCase("/Artifact BMC", "/Artifact BMC /P<</MCID 999>>BDC EMC", "tagged content 999 stands inside an artifact")]
    [TestCase("/Artifact BMC", "/Artifact<</MCID 999>>BDC", "an artifact has a content identifier")]
    [TestCase("/Subtype/Header", "", "does not say it is a Pagination artifact, Header")]
    [TestCase("/Subtype/Footer", "/Subtype/Header", "does not say it is a Pagination artifact, Footer")]
    [TestCase("/Artifact<</Type/Pagination>>BDC", "/Artifact BMC", "does not say it is of a Type")]
    public void A_mark_out_of_place_is_found(string pattern, string replacement, string finding) => Spoiling.Check(pattern, replacement, finding);

    [TestCase("/StructParents 0", "", "page 1: no StructParents")]
    [TestCase("/StructParents 1", "/StructParents 0", "page 2: StructParents 0 is that of another page")]
    [TestCase("/P<</MCID 1>>BDC", "/P<</MCID 0>>BDC", "content 0 is marked twice")]
    [TestCase(@"/K \[ 1 \]", "/K [ 0 ]", "hold the same content 0")]
    [TestCase(@"/K \[ 1 \]", "/K [ 99 ]", "no element holds content 1")]
    [TestCase(@"/K \[ 1 \]", "/K [ 99 ]", "holds content 99, which is on no page")]
    [TestCase(@"/K \[ 1 \]", "/K [ (1) ]", "neither an element nor content")]
    [TestCase(@"/Nums \[ 0 \[ (\d+ 0 R) (\d+ 0 R)", "/Nums [ 0 [ $2 $1", "the parent tree leads content 0 to object")]
    [TestCase(@"/Nums \[ 0 \[ ([^]]*)\]", "/Nums [ 0 [ $1 1 0 R ]", "which is not on the page")]
    [TestCase(@"/Nums \[ 0", "/Nums [ 0 null 0", "has the key 0 twice")]
    [TestCase("/ParentTreeNextKey", "/ParentTreeNextKey 0 /Was", "a key already taken")]
    [TestCase(@"(/S /P /P )\d+", "${1}1", "names object 1 as its parent")]
    [TestCase(@"(/S /Document .*/K \[ )(\d+ 0 R)", "$1$2 $2", "stands elsewhere in the tree")]
    public void A_page_and_the_tree_that_contradict_each_other_are_found(string pattern, string replacement, string finding) =>
        Spoiling.Check(pattern, replacement, finding);

    [TestCase("/ParentTree ", "/RoleMap <</P /Div>> /ParentTree ", "the standard type P is mapped")]
    [TestCase("/ParentTree ", "/RoleMap <</X /Y /Y /X>> /ParentTree ", "X leads to no standard type, or back to itself")]
    [TestCase("/S /Document", "/S /Part", "the root does not hold one Document")]
    [TestCase("/S /P ", "/S /Zut ", "not a standard type")]
    [TestCase("/S /LI ", "/S /P ", "holds P; it may hold Caption L LI")]
    [TestCase("/S /L ", "/S /Div ", "stands in Div, not in L")]
    [TestCase("/S /TR ", "/S /Div ", "stands in Div, not in TR")]
    [TestCase("/S /TOC ", "/S /Div ", "stands in Div, not in TOC")]
    [TestCase("/S /Span ", "/S /P ", "a line of text holds P")]
    public void A_tag_out_of_place_is_found(string pattern, string replacement, string finding) => Spoiling.Check(pattern, replacement, finding);

    [TestCase("/S /H1 ", "/S /H2 ", "the first heading is not H1")]
    [TestCase("/S /H2 ", "/S /H3 ", "follows H1")]
    [TestCase("/S /H2 ", "/S /H ", "a heading without its level")]
    [TestCase("/Scope /Column", "", "no Scope")]
    [TestCase(@"(/S /TH .*/K \[).*\]", "$1 ]", "a header that says nothing")]
    [TestCase("/S /TD ", "/S /TD /A <</O /Table /ColSpan 2>> ", "its rows have 2 or 3 columns")]
    [TestCase("/S /TD ", "/S /TD /A <</O /Table /RowSpan 99>> ", "overlap")]
    [TestCase(@"/K \[ 1 \]", "/K [ ]", "an empty element")]
    [TestCase("/ActualText <[^>]*>", "/ActualText ()", "an empty ActualText")]
    [TestCase("/ActualText <[^>]*>", "", "is tagged, but no words stand for it")]
    [TestCase("/S /H2 ", "/S /Figure ", "neither Alt nor ActualText")]
    [TestCase("/S /H2 ", "/S /Figure /Alt (x) ", "no BBox")]
    [TestCase("/S /H2 ", "/S /Figure /Alt (x) /A <</O /Layout /BBox [ 0 0 600 10 ]>> ", "its BBox leaves page 1")]
    [TestCase("/S /H2 ", "/S /Formula ", "neither Alt nor ActualText")]
    [TestCase("/S /H2 ", "/S /Note ", "no ID of its own")]
    [TestCase("/ListNumbering /Disc", "/ListNumbering /None", "no ListNumbering")]
    public void A_heading_table_drawing_or_list_left_unsaid_is_found(string pattern, string replacement, string finding) =>
        Spoiling.Check(pattern, replacement, finding);

    [TestCase(@"(/S /Part [^[]*/K \[ )(\d+ 0 R) (\d+ 0 R)", "$1$3 $2", "it stands above at")]
    [TestCase(@"(/S /Part [^[]*/K \[ )(.*) (\d+ 0 R) \]", "$1$3 $2 ]", "read after page 2, it stands on page 1")]
    public void An_order_the_eye_does_not_follow_is_found(string pattern, string replacement, string finding) => Spoiling.Check(pattern, replacement, finding);

    [Test]
    public void A_table_without_a_header_is_found() => Assert.That(
        CheckAccessibility.Run(Print(new Table { Header = [], Rows = [[Cell("03 h 10"), Cell("Écrans noirs")]] })), Has.Some.Contains("no header (7.5)"));

    [Test]
    public void A_type_mapped_to_a_standard_one_passes() => Assert.That(
        CheckAccessibility.Run(Sound.With("/ParentTree ", "/RoleMap <</X /Y /Y /P>> /ParentTree ").With("/S /P ", "/S /X ").Bytes()), Is.Empty);

    [Test]
    public void A_described_figure_in_its_box_passes() => Assert.That(
        CheckAccessibility.Run(Sound.With("/S /H2 ", "/S /Figure /Alt (x) /A [ <</O /Layout /BBox [ 0 0 500 10 ]>> ] ").Bytes()), Is.Empty);
}
