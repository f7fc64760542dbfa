using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Infrastructure.Content;

/// <summary>
/// Tells whether something made from the content would come out the same, without making it: a hash of every content file, of the program that
/// prints, and of what is asked for.
/// </summary>
public sealed class ContentFingerprint
{
    private readonly byte[] _base;

    public ContentFingerprint(ContentFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // deterministic builds: the same sources give the same module identifier
        foreach (var assembly in new[] { typeof(Grid).Assembly, Assembly.GetExecutingAssembly() })
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var path in files.Paths)
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{files.Text(path)}\0"));
        _base = hash.GetHashAndReset();
    }

    /// <summary>64 hexadecimal characters for what is asked for, such as the address and the variant.</summary>
    public string Of(string asked) => Convert.ToHexStringLower(SHA256.HashData([.. _base, .. Encoding.UTF8.GetBytes(asked)]));
}
