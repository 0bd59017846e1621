namespace Sallyport.Registries.Verdicts;

/// <summary>Modules that come with a language: importing one needs no package.</summary>
public static class StandardModules
{
    private static readonly Lazy<HashSet<string>> Python = new(() => Set(
        """
        abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
        bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections
        colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime
        dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
        fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip
        hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools
        json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
        msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os
        ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile
        pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib
        resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
        sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct
        subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading
        time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
        unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib
        xml xmlrpc zipapp zipfile zipimport zlib zoneinfo urllib2 urlparse ConfigParser Queue StringIO cPickle httplib
        Tkinter commands cookielib HTMLParser distutils imp asynchat asyncore smtpd
        """));

    private static readonly Lazy<HashSet<string>> Node = new(() => Set(
        """
        assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs
        http http2 https inspector module net os path perf_hooks process punycode querystring readline repl
        stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib
        test
        """));

    // Packages of these names exist in good faith: polyfills for the browser, gems that the language grew out of.
    private static readonly HashSet<string> Polyfills = new(StringComparer.Ordinal)
    {
        "assert", "buffer", "constants", "crypto", "dns", "domain", "events", "fs", "http", "https", "module", "net", "os", "path", "process", "punycode", "querystring", "readline",
        "stream", "string_decoder", "sys", "test", "timers", "tty", "url", "util", "vm", "zlib", "console", "cluster",
    };

    private static readonly HashSet<string> Backports = new(StringComparer.Ordinal)
    {
        "argparse", "asyncio", "configparser", "contextvars", "dataclasses", "enum", "graphlib", "importlib", "ipaddress", "numbers", "pathlib", "selectors", "statistics", "typing",
        "unittest", "uuid", "wsgiref", "zipfile", "zoneinfo", "distutils", "multiprocessing", "singledispatch", "asyncore", "asynchat", "test", "mock",
    };

    /// <summary>Whether a name is a module of the language and no package of good standing has it, too.</summary>
    public static bool Contains(Ecosystem ecosystem, string name) => ecosystem switch
    {
        Ecosystem.PyPi => IsPython(name.Replace('-', '_')) && !Backports.Contains(name),
        Ecosystem.Npm => IsNode(name) && !Polyfills.Contains(name),
        Ecosystem.Crates => name is "std" or "core" or "alloc",
        Ecosystem.Go => name is "fmt" or "os" or "io" or "net/http" or "encoding/json" or "context" or "strings" or "errors",
        _ => false,
    };

    /// <summary>Whether Python brings the module, in any version from 2.7 on.</summary>
    public static bool IsPython(string module) => Python.Value.Contains(module);

    /// <summary>Whether Node brings the module.</summary>
    public static bool IsNode(string module) => Node.Value.Contains(module);

    private static HashSet<string> Set(string words) => new(words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
