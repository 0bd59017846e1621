using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Which names hold passwords.</summary>
internal static class Credentials
{
    private static readonly string[] Words = ["password", "passwd", "passphrase", "pwd", "secret_key", "secretkey", "api_key", "apikey", "api_secret", "access_token", "auth_token"];

    public static bool IsNamed(Expression expression) => expression switch
    {
        NameExpression { Name: var name } => IsNamed(name),
        FieldExpression { Name: var name } => IsNamed(name),
        IndexExpression { Index: LiteralExpression { Value: string key } } => IsNamed(key),
        CallExpression { Callee: FieldExpression { Name: "get" }, Arguments: [{ Value: LiteralExpression { Value: string key } }, ..] } => IsNamed(key),
        _ => false,
    };

    public static bool IsNamed(string name)
    {
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return !name.Contains("hash", StringComparison.OrdinalIgnoreCase) && !name.Contains("type", StringComparison.OrdinalIgnoreCase) && !name.Contains("field", StringComparison.OrdinalIgnoreCase) && !name.Contains("url", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
