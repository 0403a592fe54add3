/** Which characters can stand for a digit or between digits: Unicode data and documented look-alikes, as compact tables. */

/**
 * Zeros of the decimal digit runs (General_Category Nd, Unicode 17) outside ASCII, base 36; each is followed by its 1…9.
 * A test compares them with `\p{Nd}`.
 */
export const DECIMAL_ZEROS =
  '19c 1dc 1j4 1uu 1ye 21y 25i 292 2cm 2g6 2jq 2na 2qu 2ts 2xc 2zk 37k 39s 4ps 4r4 4zq 53k 58g 58w 5e8 5gw 5kw 5lc ' +
  'wtc xcg xds xjk xkg xn4 xyo 1eds'

/** The same above U+FFFF, hexadecimal. */
export const ASTRAL_DECIMAL_ZEROS =
  '104a0 10d30 10d40 11066 110f0 11136 111d0 112f0 11450 114d0 11650 116c0 116d0 116da 11730 118e0 11950 11bf0 11c50 ' +
  '11d50 11da0 11de0 11f50 16130 16a60 16ac0 16b50 16d70 1ccf0 1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 1e140 1e2f0 1e4f0 1e5f1 ' +
  '1e950 1fbf0'

/** `form: first digit, characters in order`, so `circled` holds ⓪ at 0 and ①…⑨ from 1 on. */
export const STYLED_DIGITS = {
  circled: ['0⓪', '1①②③④⑤⑥⑦⑧⑨', '0⓿', '1❶❷❸❹❺❻❼❽❾', '1⓵⓶⓷⓸⓹⓺⓻⓼⓽', '1➀➁➂➃➄➅➆➇➈', '1➊➋➌➍➎➏➐➑➒', '1㊀㊁㊂㊃㊄㊅㊆㊇㊈'],
  parenthesised: ['1⑴⑵⑶⑷⑸⑹⑺⑻⑼', '1㈠㈡㈢㈣㈤㈥㈦㈧㈨'],
  dotted: ['1⒈⒉⒊⒋⒌⒍⒎⒏⒐'],
  superscript: ['0⁰¹²³⁴⁵⁶⁷⁸⁹', '0₀₁₂₃₄₅₆₇₈₉'],
  'han-digits': ['0零一二三四五六七八九', '0〇'],
  'formal-digits': ['1壹贰叁肆伍陆柒捌玖', '2貳參', '2弍叄', '2贰参', '6陸'],
  'radio-digits': ['0洞幺两', '7拐', '9勾', '2兩'],
} as const

/** Letters and signs that only stand for a digit beside digits: ASCII look-alikes of the typewriter kind. */
export const LETTER_DIGITS = ['0Oo', '1lI', '5S', '8B', '2Z'] as const

/**
 * Look-alikes from Unicode's confusables.txt (UTS #39) plus Ч (4), as one finds them in disguised numbers.
 * Each string: the digit, then characters that look like it. Only read beside digits.
 */
export const HOMOGLYPHS = [
  '0ОоΟοՕօסⲞⲟⵔᴏ○◯ＯｏØøσ',
  '1ІӀӏⅠⅼℓıΙιǀ∣￨ᛁⵏꓲＩｌƖן',
  '2ƧᒿꝚϨꙄ',
  '3ЗзȜƷꝪӠⳌɜ',
  '4ЧчᏎ',
  '5Ƽƽ',
  '6бᏮⳒ',
  '7ᒣ𐒇',
  '8ȢȣВ',
  '9ꝮⳊ',
] as const

/** Decimal digits of other scripts that look like another digit when they stand alone among Latin ones (confusables.txt). */
export const DECIMAL_LOOKALIKES = {
  '৪': 8,
  '੪': 8,
  '৭': 9,
  '੧': 9,
  '൭': 9,
  '٥': 0,
  '۵': 0,
  '١': 1,
  '۱': 1,
  '߁': 1,
} as const

/** Words written in the place of a hyphen or space. */
export const SEPARATOR_WORDS = [
  '空格',
  '破折号',
  '减号',
  '横线',
  '横杠',
  '斜杠',
  '短横',
  '杠',
  '减',
  '横',
  '点',
  '空',
] as const
