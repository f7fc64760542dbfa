using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>A ToUnicode map: the text of each code.</summary>
internal static class UnicodeMap
{
    public static Dictionary<int, string> Read(ReadOnlyMemory<byte> stream)
    {
        var texts = new Dictionary<int, string>();
        var scanner = new CoreTokenScanner(new MemoryInputBytes(stream), false, StackDepthGuard.Infinite);
        var operands = new List<IToken>();
        while (scanner.MoveNext())
        {
            if (scanner.CurrentToken is not OperatorToken word)
            {
                operands.Add(scanner.CurrentToken);
                continue;
            }

            if (word.Data == "endbfchar")
                foreach (var pair in operands.Chunk(2))
                    texts[Code(pair[0])] = Text(pair[1]);
            if (word.Data == "endbfrange")
                foreach (var range in operands.Chunk(3))
                    Spread(texts, Code(range[0]), Code(range[1]), range[2]);
            operands.Clear();
        }

        return texts;
    }

    private static void Spread(Dictionary<int, string> texts, int from, int to, IToken target)
    {
        for (var code = from; code <= to; code++)
        {
            var text = target is ArrayToken array ? Text(array[code - from]) : Text(target);
            texts[code] = target is ArrayToken || text.Length == 0 ? text : text[..^1] + (char)(text[^1] + code - from);
        }
    }

    private static int Code(IToken token) => token is HexToken hex ? hex.Bytes.ToArray().Aggregate(0, (code, part) => code << 8 | part) : -1;

    private static string Text(IToken token) => token is HexToken hex ? Encoding.BigEndianUnicode.GetString(hex.Bytes) : string.Empty;
}
