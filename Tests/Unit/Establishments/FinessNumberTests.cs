using CrisisKits.Domain.Establishments;
using CsCheck;

namespace CrisisKits.Tests.Unit.Establishments;

public sealed class FinessNumberTests
{
    [TestCase("010003812", "010003812")]
    [TestCase("  01 000 381 2\r\n", "010003812")]
    [TestCase("01\u00A0000\u202F381\t2", "010003812")]
    [TestCase("2a 000 015 4", "2A0000154")]
    public void A_number_is_read_as_people_paste_it(string pasted, string expected) =>
        Assert.That(FinessNumber.Parse(pasted)?.Value, Is.EqualTo(expected));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("01000381")]
    [TestCase("0100038120")]
    [TestCase("A10003812")]
    [TestCase("01A003812")]
    [TestCase("01-000381-2")]
    [TestCase("٠١٠٠٠٣٨١٢")]
    [TestCase("0ſ0003812")]
    public void What_is_not_nine_such_characters_is_no_number(string? text) => Assert.That(FinessNumber.Parse(text), Is.Null);

    [Test]
    public void It_is_printed_in_groups_that_never_part() =>
        Assert.That(FinessNumber.Parse("2A0000154")!.Printed, Is.EqualTo("2A\u00A0000\u00A0015\u00A04"));

    [Test]
    public void Two_ways_of_writing_one_number_are_equal() => Assert.Multiple(() =>
    {
        Assert.That(FinessNumber.Parse("2a0000154"), Is.EqualTo(FinessNumber.Parse("2A 000 015 4")));
        Assert.That(FinessNumber.Parse("2a0000154")!.GetHashCode(), Is.EqualTo(FinessNumber.Parse("2A 000 015 4")!.GetHashCode()));
        Assert.That(FinessNumber.Parse("010003812"), Is.Not.EqualTo(FinessNumber.Parse("010003820")));
    });

    [TestCase("010003812", false)]
    [TestCase("010003820", false)]
    [TestCase("2A0000154", false)]
    [TestCase("010003813", true)]
    [TestCase("010008312", true)]
    [TestCase("2B0000154", true)]
    [TestCase("2C0000154", true)]
    public void A_wrong_key_is_a_typing_warning(string number, bool warned) =>
        Assert.That(FinessNumber.Parse(number)!.LooksMistyped, Is.EqualTo(warned));

    [Test]
    public void One_wrong_digit_is_always_noticed() => Gen.Select(Gen.Int[0, 99_999_999], Gen.Int[0, 8], Gen.Int[1, 9]).Sample((serial, place, shift) =>
    {
        var right = Enumerable.Range(0, 10).Select(key => FinessNumber.Parse($"{serial:00000000}{key}")!).Single(number => !number.LooksMistyped).Value;
        var wrong = right.ToCharArray();
        wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
        return FinessNumber.Parse(new string(wrong))!.LooksMistyped;
    }, iter: 5000);
}
