namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>What kind of credential a name promises.</summary>
internal enum NameClass
{
    /// <summary>None.</summary>
    None,

    /// <summary>password, passwd, pwd, passphrase.</summary>
    Password,

    /// <summary>token, jwt.</summary>
    Token,

    /// <summary>key, api_key.</summary>
    Key,

    /// <summary>secret.</summary>
    Secret,

    /// <summary>auth, authorization, credentials.</summary>
    Auth,

    /// <summary>salt, seed, mnemonic, cookie: material that is secret in some places and public in others.</summary>
    Material,

    /// <summary>The scheme word of an authorization header.</summary>
    Scheme,

    /// <summary>The password part of an address.</summary>
    Address,
}
