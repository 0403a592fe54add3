/** Which characters can stand for a digit or between digits: Unicode data and documented look-alikes, as compact tables. */

/**
 * Ways to write digits; `putRow` reads them. The n-th character stands for the last digit of n;
 * a space for none, … for the eight that Unicode has behind the one before it.
 *
 * Letters: ASCII look-alikes of the typewriter kind. Homoglyphs: what Unicode's confusables.txt (UTS #39) maps to the
 * digit, or to O and l for 0 and 1, without the scripts that few fonts show (historic ones, Coptic, Runic, Lisu,
 * medievalists' Latin …) and without bars, which part more often than they stand for 1, and some that look like it though
 * the file lacks them (Ч ч ı ƨ ȝ ʒ). ○ is written for 〇.
 * Both only stand for a digit beside digits.
 */
export const DIGIT_ROWS = [
  '01…',
  '０１…',
  '⓪①…⓿❶… ⓵…🄋➀…🄌➊… ㊀…',
  ' ⑴… ㈠…',
  '🄀⒈…🄁…🄊',
  '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁…',
  '',
  '',
  '零一二三四五六七八九〇         ○         ◯',
  ' 壹贰叁肆伍陆柒捌玖  貳叄  陸     弍參',
  '洞幺两    拐 勾  兩',
  'OlZ  S  B oI',
  'ｏＩᒿꞫᏎƼб ȣ ℴℐƧȜЧƽᏮ Ȣ ᴏℑϨƷч     οƖƨЗ      σｌ з      оℓ Ӡ      օǀ ȝ      ＯΙ ʒ      ΟІ        ОӀ        ' +
    'Օӏ         Ⅰ         ⅼ         ı         ι         і',
]

/** Zeros of the decimal digit rows (\p{Nd}) above U+FFFF, base 36, each as the distance from the one before; its 1…9 follow it. A test compares. */
export const ASTRAL_DECIMAL_ZEROS =
  '1fhc 1ow g me 3u 1y 4a 80 9s 3k ao 34 g a 2e c0 34 io 2o 74 28 1s a8 d0g 1tc 2o 40 f4 iv4 25a a a a a 1u2 c0 e8 75 nz 3og'

/** Digits of other scripts that confusables.txt maps to another digit, which follows: so a lone one among Latin digits is read. */
export const DECIMAL_LOOKALIKES = '৪8੪8੧9୨9৭9൭9٥0۵0'

/** Words written in the place of a hyphen or space. */
export const SEPARATOR_WORD = /空格|破折号|减号|[中下]?划线|[中短]?横线?|[中斜横]?[杠杆]|[减点空]/y
