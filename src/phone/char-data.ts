/** Which characters can stand for a digit or between digits: Unicode data and documented look-alikes, as compact tables. */

/** `form: first digit, characters in order`, so `circled` holds ⓪ at 0 and ①…⑨ from 1 on. */
export const STYLED_DIGITS = {
  circled: ['0⓪', '1①②③④⑤⑥⑦⑧⑨', '0⓿', '1❶❷❸❹❺❻❼❽❾', '1⓵⓶⓷⓸⓹⓺⓻⓼⓽', '1➀➁➂➃➄➅➆➇➈', '1➊➋➌➍➎➏➐➑➒', '1㊀㊁㊂㊃㊄㊅㊆㊇㊈'],
  parenthesised: ['1⑴⑵⑶⑷⑸⑹⑺⑻⑼', '1㈠㈡㈢㈣㈤㈥㈦㈧㈨'],
  dotted: ['1⒈⒉⒊⒋⒌⒍⒎⒏⒐'],
  superscript: ['0⁰¹²³⁴⁵⁶⁷⁸⁹', '0₀₁₂₃₄₅₆₇₈₉'],
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
  '0ｏℴᴏᴑꬽοσⲟоჿօסهەھہഠဝＯΟⲞОՕⵔዐଠꓳ○◯〇𐐄𐓂𐊒𐐬',
  '1ＩℐℑƖｌℓǀΙⲒІӀӏוןاﺎﺍߊⵏᛁꓲⅠⅼ∣￨⏽ıιі𐌠𐌉',
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
