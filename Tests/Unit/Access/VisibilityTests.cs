using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit.Access;

/// <summary>Every role × act × target. A: allowed, F: forbidden, -: as if it did not exist.</summary>
public sealed class VisibilityTests
{
    private static readonly Establishment Own = AnEstablishment.Hospital;
    private static readonly Establishment ItsSite = AnEstablishment.At("639999028", "63999", parent: "639999010");
    private static readonly Establishment Elsewhere = AnEstablishment.At("149999013", "14999");
    private static readonly Person Somebody = new("p", "Somebody", IsActive: true);

    private static readonly Act[] Acts =
    [
        Act.ReadAssessment, Act.Answer, Act.AssignTheme, Act.StartDraft, Act.DiscardDraft, Act.Submit, Act.Share,
        Act.PrintRestrictedKit, Act.ReadResultStatus, Act.ReadThemeScores, Act.ReadStatistics, Act.CorrectDirectory,
    ];

    private static readonly Dictionary<string, Grants> Roles = new(StringComparer.Ordinal)
    {
        ["nobody"] = Grants.None,
        ["lecteur"] = Holding(EstablishmentRole.Lecteur),
        ["contributeur"] = Holding(EstablishmentRole.Contributeur),
        ["responsable"] = Holding(EstablishmentRole.Responsable),
        ["referent"] = Holding(EstablishmentRole.Referent),
        ["agency reader"] = LookingAfter(new Territory.OfRegion(Region.Find("84")!), AgencyRole.Lecteur),
        ["agency manager"] = LookingAfter(new Territory.OfRegion(Region.Find("84")!), AgencyRole.Gestionnaire),
        ["group reader"] = LookingAfter(new Territory.OfGroup("g", new HashSet<FinessNumber> { Own.Finess }), AgencyRole.Lecteur),
        ["national reader"] = LookingAfter(new Territory.National(), AgencyRole.Lecteur),
        ["national manager"] = LookingAfter(new Territory.National(), AgencyRole.Gestionnaire),
        ["administrator"] = Grants.None with { IsAdministrator = true },
    };

    // acts in the order of Acts: read answer assign start discard submit share print | status themes | statistics | directory
    [TestCase("nobody", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-")]
    [TestCase("lecteur", "AFFFFFFF" + "AA" + "F" + "F", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-")]
    [TestCase("contributeur", "AAAFFFFF" + "AA" + "F" + "F", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-")]
    [TestCase("responsable", "AAAAAAAA" + "AA" + "F" + "F", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-")]
    [TestCase("referent", "AAAAAAAA" + "AA" + "F" + "F", "--------" + "--" + "-" + "-", "--------" + "--" + "-" + "-")]
    [TestCase("agency reader", "FFFFFFFF" + "AF" + "A" + "F", "FFFFFFFF" + "AF" + "A" + "F", "--------" + "--" + "-" + "-")]
    [TestCase("agency manager", "FFFFFFFF" + "AF" + "A" + "F", "FFFFFFFF" + "AF" + "A" + "F", "--------" + "--" + "-" + "-")]
    [TestCase("group reader", "FFFFFFFF" + "AF" + "A" + "F", "FFFFFFFF" + "AF" + "A" + "F", "--------" + "--" + "-" + "-")]
    [TestCase("national reader", "--------" + "--" + "A" + "-", "--------" + "--" + "A" + "-", "--------" + "--" + "A" + "-")]
    [TestCase("national manager", "--------" + "--" + "A" + "-", "--------" + "--" + "A" + "-", "--------" + "--" + "A" + "-")]
    [TestCase("administrator", "FFFFFFFF" + "FF" + "F" + "A", "FFFFFFFF" + "FF" + "F" + "A", "FFFFFFFF" + "FF" + "F" + "A")]
    public void Each_role_may_do_this_to_its_own_to_a_site_of_its_own_and_elsewhere(string role, string own, string site, string elsewhere) =>
        Assert.That((Row(role, Own), Row(role, ItsSite), Row(role, Elsewhere)), Is.EqualTo((own, site, elsewhere)));

    [Test]
    public void Every_role_and_every_act_is_in_the_table() => Assert.Multiple(() =>
    {
        Assert.That(Acts, Is.EquivalentTo(Enum.GetValues<Act>()));
        Assert.That(Roles.Values.SelectMany(grants => grants.Establishments.Values).Distinct(), Is.EquivalentTo(Enum.GetValues<EstablishmentRole>()));
        Assert.That(Roles.Values.SelectMany(grants => grants.Agencies).Select(grant => grant.Role).Distinct(), Is.EquivalentTo(Enum.GetValues<AgencyRole>()));
    });

    [TestCase("agency reader", 'A')]
    [TestCase("group reader", 'A')]
    [TestCase("national reader", '-')]
    [TestCase("administrator", 'F')]
    [TestCase("nobody", '-')]
    public void Sharing_the_detail_opens_theme_scores_to_its_agency_and_nothing_else_to_anybody(string role, char themes) => Assert.Multiple(() =>
    {
        foreach (var act in Acts)
            Assert.That(Letter(Roles[role], act, Own, detailShared: true), Is.EqualTo(act == Act.ReadThemeScores ? themes : Letter(Roles[role], act, Own)), $"{act}");
        Assert.That(Letter(Roles[role], Act.ReadThemeScores, Elsewhere, detailShared: true), Is.EqualTo(role == "administrator" ? 'F' : '-'));
    });

    [TestCase("lecteur", Act.Answer, "role-insufficient", "rôle de lecteur ne permet pas de répondre")]
    [TestCase("contributeur", Act.Submit, "role-insufficient", "rôle de contributeur ne permet pas de valider")]
    [TestCase("responsable", Act.ReadStatistics, "agency-only", "votre ARS")]
    [TestCase("agency reader", Act.ReadAssessment, "establishment-only", "appartient à l'établissement")]
    [TestCase("agency reader", Act.ReadThemeScores, "detail-not-shared", "« partager le détail »")]
    [TestCase("responsable", Act.CorrectDirectory, "administrator-only", "Seul un administrateur")]
    [TestCase("agency manager", Act.CorrectDirectory, "administrator-only", "Seul un administrateur")]
    [TestCase("administrator", Act.ReadAssessment, "administrator-reads-nothing", "demandez un rôle")]
    [TestCase("nobody", Act.ReadAssessment, "unknown-establishment", "Aucun établissement")]
    public void A_refusal_has_a_stable_code_and_says_what_to_do(string role, Act act, string code, string words)
    {
        var decision = Visibility.Of(Somebody, Roles[role], act, Own);

        Assert.That(decision.Code, Is.EqualTo(code));
        Assert.That(decision.Message, Does.Contain(words));
    }

    [Test]
    public void What_one_may_not_know_is_refused_in_the_same_words_wherever_it_is() =>
        Assert.That(Acts.Where(act => act != Act.ReadStatistics).Select(act => Visibility.Of(Somebody, Roles["national reader"], act, Own)),
            Is.All.EqualTo(Visibility.Of(Somebody, Roles["responsable"], Act.ReadAssessment, Elsewhere)));

    [Test]
    public void A_number_the_directory_does_not_hold_exists_for_administrators_who_may_add_it() => Assert.Multiple(() =>
    {
        foreach (var role in Roles)
            foreach (var act in Acts)
                Assert.That(Visibility.OfUnknown(Somebody, role.Value, act),
                    Is.EqualTo(role.Key == "administrator" && act == Act.CorrectDirectory ? AccessDecision.Allowed : AccessDecision.NotFound), $"{role.Key} {act}");
        Assert.That(Visibility.OfUnknown(Somebody with { IsActive = false }, Roles["administrator"], Act.CorrectDirectory), Is.EqualTo(AccessDecision.NotFound));
    });

    [Test]
    public void Whoever_signs_in_may_search_the_directory_and_a_closed_account_may_not() => Assert.Multiple(() =>
    {
        Assert.That(Visibility.OfDirectory(Somebody).IsAllowed, Is.True);
        Assert.That(Visibility.OfDirectory(Somebody with { IsActive = false }).Code, Is.EqualTo("account-closed"));
    });

    [Test]
    public void A_closed_account_sees_nothing() => Cases.Sample(
        drawn => Visibility.Of(Somebody with { IsActive = false }, drawn.Grants, drawn.Act, drawn.Target, drawn.Shared) == AccessDecision.NotFound);

    [Test]
    public void One_more_right_never_takes_anything_away() => Gen.Select(Cases, AnyGrants).Sample((drawn, more) =>
    {
        var agencies = drawn.Grants with { Agencies = [.. drawn.Grants.Agencies, .. more.Agencies], IsAdministrator = drawn.Grants.IsAdministrator || more.IsAdministrator };
        return Rank(drawn.Grants, drawn) <= Rank(agencies, drawn);
    });

    [Test]
    public void Each_establishment_role_may_do_all_that_the_one_below_may() => Assert.Multiple(() =>
    {
        foreach (var act in Acts)
            foreach (var role in Enum.GetValues<EstablishmentRole>().SkipLast(1))
                if (Letter(Holding(role), act, Own) == 'A')
                    Assert.That(Letter(Holding(role + 1), act, Own), Is.EqualTo('A'), $"{role + 1} {act}");
    });

    private static readonly Gen<Grants> AnyGrants = Gen.Select(
        OneOf([null, .. Enum.GetValues<EstablishmentRole>().Cast<EstablishmentRole?>()]),
        OneOf([.. Roles.Values.Where(grants => grants.Agencies.Count > 0).Select(grants => grants.Agencies[0])]).Array[0, 2],
        Gen.Bool).Select((role, agencies, administrator) => new Grants(role is { } held ? Holding(held).Establishments : Grants.None.Establishments, agencies, administrator));

    private static readonly Gen<(Grants Grants, Act Act, Establishment Target, bool Shared)> Cases =
        Gen.Select(AnyGrants, OneOf(Acts), OneOf([Own, ItsSite, Elsewhere]), Gen.Bool);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static int Rank(Grants grants, (Grants Grants, Act Act, Establishment Target, bool Shared) drawn) =>
        "-FA".IndexOf(Letter(grants, drawn.Act, drawn.Target, drawn.Shared), StringComparison.Ordinal);

    private static string Row(string role, Establishment target) => string.Concat(Acts.Select(act => Letter(Roles[role], act, target)));

    private static char Letter(Grants grants, Act act, Establishment target, bool detailShared = false) =>
        Visibility.Of(Somebody, grants, act, target, detailShared).Verdict switch
        {
            Verdict.Allowed => 'A',
            Verdict.Forbidden => 'F',
            _ => '-',
        };

    private static Grants Holding(EstablishmentRole role) => Grants.None with { Establishments = new Dictionary<FinessNumber, EstablishmentRole> { [Own.Finess] = role } };

    private static Grants LookingAfter(Territory territory, AgencyRole role) => Grants.None with { Agencies = [new(territory, role)] };
}
