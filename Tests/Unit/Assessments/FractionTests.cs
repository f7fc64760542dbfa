using System.Numerics;
using CrisisKits.Domain.Assessments;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class FractionTests
{
    private static readonly Gen<(int N, int D)> Parts = Gen.Select(Gen.Int[-5000, 5000], Gen.Int[1, 5000]);

    [Test]
    public void Arithmetic_agrees_with_big_integers() => Gen.Select(Parts, Parts, Gen.Int[-50, 50]).Sample(
        (x, y, factor) =>
        {
            Fraction left = new(x.N, x.D), right = new(y.N, y.D);
            return Same(left + right, ((BigInteger)x.N * y.D) + ((BigInteger)y.N * x.D), (BigInteger)x.D * y.D)
                && Same(left * factor, (BigInteger)x.N * factor, x.D)
                && (factor <= 0 || Same(left / factor, x.N, (BigInteger)x.D * factor))
                && Math.Sign(left.CompareTo(right)) == ((BigInteger)x.N * y.D).CompareTo((BigInteger)y.N * x.D);
        }, iter: 10_000);

    [Test]
    public void A_percentage_is_rounded_down() => Parts.Sample(
        parts =>
        {
            var value = new Fraction(parts.N, parts.D);
            return value.Percent * (long)parts.D <= parts.N * 100L && (value.Percent + 1L) * parts.D > parts.N * 100L;
        }, iter: 10_000);

    [Test]
    public void Equal_values_are_equal_however_written() =>
        Assert.That((new Fraction(2, 4), new Fraction(0, 7), new Fraction(2, 4).GetHashCode()),
            Is.EqualTo((new Fraction(1, 2), default(Fraction), new Fraction(1, 2).GetHashCode())));

    [Test]
    public void What_does_not_fit_throws_rather_than_being_rounded() =>
        Assert.That(() => new Fraction(long.MaxValue, 2) + new Fraction(1, 3), Throws.TypeOf<OverflowException>());

    private static bool Same(Fraction value, BigInteger numerator, BigInteger denominator) =>
        value.Numerator * denominator == numerator * value.Denominator
        && BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator).IsOne && value.Denominator > 0;
}
