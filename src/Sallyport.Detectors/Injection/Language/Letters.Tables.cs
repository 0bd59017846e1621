namespace Sallyport.Detectors.Injection.Language;

/// <content>The Latin letters that accented and styled ones stand for; a full stop where there is none.</content>
internal static partial class Letters
{
    // U+00C0 to U+024F
    private const string Accented =
        "aaaaaaaceeeeiiiidnooooo.ouuuuyt.aaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiiijjkk.llllllllllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        ".................ff.............oo.............uu...................dddlllnnnaaiioouuuuuuuuuu.aa" +
        "aa....ggkkoooo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    // U+1E00 to U+1EFF
    private const string Stacked =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    // U+2100 to U+214F, script and double-struck letters among other signs
    private const string Letterlike =
        "..c.......ghhhh.iill.n...pqrrr......z...z.k.bc.eef.mo....i...........ddeij......";

    // Look-alikes of other scripts, each followed by its Latin letter.
    private const string LookAlikes =
        "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhӏlԍgүyԃdпn" +
        "αaβbεeηnιiκkνvοoρpτtυuχxωwγyσoϲcϳjόoίiάaέe" +
        "օoսuհhոnցgզqյjԛqℓlɡgɑaɩiʟlᴄcᴏoᴜuᴠvᴡwᴢzʀrᴛtᴍmᴋkᴊjᴇeᴅdʙbᴀaꜱsꜰfɴnɪiʜhɢgᴘpʏy";
}
