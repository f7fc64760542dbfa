using System.Runtime.InteropServices;

namespace CrisisKits.Domain.Assessments;

/// <summary>
/// An exact rational number, always in lowest terms with a positive denominator. Levels are decided on these, never on floating point.
/// Denominators stay small (they divide the least common multiple of the theme totals times the theme weights); an overflow would throw
/// rather than round.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly long _denominator;

    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = GreatestCommonDivisor(Math.Abs(numerator), denominator);
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public long Numerator { get; }

    /// <summary>1 for <c>default</c>, which is zero.</summary>
    public long Denominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>A hundred times the value, rounded down: what is shown never exceeds what was reached.</summary>
    public int Percent
    {
        get
        {
            var (whole, rest) = Math.DivRem(checked(Numerator * 100), Denominator);
            return checked((int)(rest < 0 ? whole - 1 : whole));
        }
    }

    public static Fraction operator +(Fraction left, Fraction right)
    {
        var shared = GreatestCommonDivisor(left.Denominator, right.Denominator);
        return checked(new Fraction(
            (left.Numerator * (right.Denominator / shared)) + (right.Numerator * (left.Denominator / shared)),
            left.Denominator / shared * right.Denominator));
    }

    public static Fraction operator *(Fraction left, long factor)
    {
        var shared = GreatestCommonDivisor(Math.Abs(factor), left.Denominator);
        return checked(new Fraction(left.Numerator * (factor / shared), left.Denominator / shared));
    }

    public static Fraction operator /(Fraction left, long divisor)
    {
        var shared = GreatestCommonDivisor(Math.Abs(left.Numerator), divisor);
        return checked(new Fraction(left.Numerator / shared, left.Denominator * (divisor / shared)));
    }

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public int CompareTo(Fraction other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => FormattableString.Invariant($"{Numerator}/{Denominator}");

    internal static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left == 0 ? 1 : left;
    }
}
