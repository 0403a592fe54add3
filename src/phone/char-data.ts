/** Which characters can stand for a digit or between digits: Unicode data and documented look-alikes, as compact tables. */

/** Zeros of the decimal digit rows (\p{Nd}) above U+FFFF, base 36, each as the distance from the one before; its 1…9 follow it. A test compares. */
export const ASTRAL_DECIMAL_ZEROS =
  '1fhc 1ow g me 3u 1y 4a 80 9s 3k ao 34 g a 2e c0 34 io 2o 74 28 1s a8 d0g 1tc 2o 40 f4 iv4 25a a a a a 1u2 c0 e8 75 nz 3og'

/** Characters for 1 whose eight successors in Unicode are 2…9. */
export const STYLED_ONES = { circled: '①❶⓵➀➊㊀', parenthesised: '⑴㈠', dotted: '⒈', superscript: '₁' } as const

/** `form: first digit, characters in order`. 🄁…🄊 are zero to nine with a comma. */
export const STYLED_DIGITS = {
  circled: ['0⓪', '0⓿', '0🄋', '0🄌'],
  dotted: ['0🄀', '0🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊'],
  superscript: ['0⁰¹²³⁴⁵⁶⁷⁸⁹', '0₀'],
  'han-digits': ['0零一二三四五六七八九', '0〇'],
  'formal-digits': ['1壹贰叁肆伍陆柒捌玖', '2貳叄', '2弍', '6陸'],
  'radio-digits': ['0洞幺两', '7拐', '9勾', '2兩'],
} as const

/** Letters and signs that only stand for a digit beside digits: ASCII look-alikes of the typewriter kind. */
export const LETTER_DIGITS = ['0Oo', '1lI', '5S', '8B', '2Z'] as const

/**
 * Letters and signs that Unicode's confusables.txt (UTS #39) maps to this digit, or to O and l for 0 and 1, and four that
 * are seen in disguises though the file lacks them (Ч ч ı ○ and kin). Only read beside digits.
 */
export const HOMOGLYPHS = [
  '0ｏℴᴏᴑꬽοσⲟоօＯΟⲞОՕⵔꓳ○◯〇',
  '1ＩℐℑƖｌℓǀΙⲒІӀӏⵏᛁꓲⅠⅼ∣￨⏽ıιі',
  '2ꝚƧϨꙄᒿꛯ',
  '3ꞫȜƷꝪⳌЗзӠ𝈆𖼻𑣊',
  '4ᏎЧч𑢯',
  '5Ƽƽ𑢻',
  '6ⳒбᏮ𑣕',
  '7𝈒𐓒𑣆',
  '8ȣȢ𞣋𐌚',
  '9ꝮⳊ𑣌𑢬𑣖',
] as const

/** Digits of other scripts that confusables.txt maps to another digit: so a lone one among Latin digits is read. */
export const DECIMAL_LOOKALIKES = {
  '8': '৪੪',
  '9': '੧୨৭൭',
  '0': '٥۵',
} as const

/** Words written in the place of a hyphen or space, and the units that they begin with. */
export const SEPARATOR_WORD = /空格|破折号|减号|横线|[横斜]杠|短横|[杠减横点空]/y
export const SEPARATOR_UNITS = '空破减横斜短杠点'

/** Letters that an extension begins with (see extension.ts). */
export const EXTENSION_UNITS = '请再转接分内按拨eExX'
