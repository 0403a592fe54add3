/** Reads the words in front of a candidate and behind it. */
import { isWordLetter, KIND_CLOSE, KIND_COMMA, kindOf, UNIT_CLASS } from './char-class.ts'
import { CALL, CALL_AFTER, CALL_NEAR, MONEY, ORGANISATION, OTHER_NOUN, OTHER_NOUN_FIRM, REGION, UNIT } from './words.ts'

/** Signs and small words between a word and the number it announces. */
const LINK = '(?:\\s(?:is|at|on|to))?[\\s:：是为為给了过上,，“”"\'‘’「『（(【\\[<＞>*、.。…~～\\-—=❤️]{0,8}'

/** 联系王经理138…, 咨询李老师…: a name between the word and the number. */
const NAME = '(?:联系|致电|拨打|电话|询|热线)[一-龥]{1,4}'

const beforeNear = ending(`(?:${CALL}|${CALL_NEAR}|${NAME})${LINK}`)
/** 发送#JF到95555: the number a text message goes to. */
const messaged = /(?<=(?:[发送辑]|短信|回复|text|send)[^。！？]{0,20}(?:[到至给]|to)\s?)$/
/** tel02987926014, T95152, 电95588. */
const gluedCall = /\b(?:tel|t|phone|ph|call|hotline|fax)$/
const anywhere = new RegExp(CALL)
const afterNear = new RegExp(`^[\\s,，、”"'’」』）)】\\]*]{0,3}的?(?:${CALL_AFTER})`)
const otherNoun = ending(
  `(?<![a-z])(?:${OTHER_NOUN}|${OTHER_NOUN_FIRM})[\\s:：是为号码加到了“"（(*]{0,4}|[#＃@=×\\\\/^￥¥$€£]\\s?|(?<![号號]\\s?)\\+\\s?|[a-z][（(]`,
)
const otherNounFirm = ending(`(?<![a-z])(?:${OTHER_NOUN_FIRM})[\\s:：是为号码]{0,3}[a-z.]{0,3}`)
const unit = new RegExp(`^\\s?(?:${UNIT})`)
const money = new RegExp(`^\\s?(?:\\.\\d+)?\\s?(?:${MONEY})`)
const region = ending(`(?:${REGION})\\s?`)
const organisation = ending(`(?:${ORGANISATION})[^\\d]{0,4}`)
/** 95588（工商银行）, 95118京东金融. */
const organisationAfter = new RegExp(`^[\\s（(]{0,2}[一-龥]{0,6}(?:${ORGANISATION})`)
const pattern = /^\s?(?:[开打字]头|号段)/
const masked = /^\s?[-－]?[xX×＊*]/
const dialled = /(?<=(?:[拨打警救]|致电|电话|呼叫)[\s:：“"（(]{0,2})$/

/** Words that must stand at the end of a text. Engines read a look-behind at the end backwards: they try one place, not all. */
function ending(words: string): RegExp {
  return new RegExp(`(?<=${words})$`)
}

/** The words around a candidate. They are read when first asked for; what was asked of them is remembered. */
export interface Context {
  text: string
  start: number
  end: number
  /** Unit in front of the number; NaN at the beginning of the text. */
  last: number
  /** Unit behind it, likewise. */
  next: number
  before?: string
  after?: string
  announced?: boolean
  followed?: boolean
}

const BEFORE = 26
const AFTER = 18

export function readContext(text: string, start: number, end: number): Context {
  return { text, start, end, last: text.charCodeAt(start - 1), next: text.charCodeAt(end) }
}

/** At most 26 units in front of the number, in small letters. */
export function wordsBefore(context: Context): string {
  const { text, start } = context
  context.before ??= plainLetters(text.slice(Math.max(0, start - BEFORE), start))
  return context.before
}

/** At most 18 units behind the number, in small letters. */
export function wordsAfter(context: Context): string {
  const { text, end } = context
  context.after ??= plainLetters(text.slice(end, end + AFTER))
  return context.after
}

/** A letter is glued to the front. */
export function isGlued({ last }: Context): boolean {
  return isWordLetter(last)
}

/** Words before, without up to three letters glued to the number: 热线QQ95186. */
function leadOf(context: Context): string {
  const before = wordsBefore(context)
  return isGlued(context) ? before.replace(/[a-z]{1,3}$/, '') : before
}

/** A comma, bracket, 。 or the end of the text (NaN) stands behind: no unit and no pattern begins there. */
function isClosed({ next }: Context): boolean {
  const kind = kindOf(UNIT_CLASS[next | 0] ?? 0)
  return !next || next === 0x3002 || (kind >= KIND_COMMA && kind <= KIND_CLOSE)
}

/** Small ASCII letters for capital and full-width ones. Most texts have neither: looking first is cheaper. */
export function plainLetters(text: string): string {
  return /[A-Z\uff21-\uffff]/.test(text) ? text.normalize('NFKC').toLowerCase() : text
}

/** A phone word leads up to the number. */
export function isAnnounced(context: Context): boolean {
  context.announced ??= isGluedCall(context) || beforeNear.test(leadOf(context)) || messaged.test(wordsBefore(context))
  return context.announced
}

function isGluedCall(context: Context): boolean {
  return isGlued(context) && gluedCall.test(wordsBefore(context))
}

/** A phone word stands directly before or behind. */
export function isCalled(context: Context): boolean {
  context.followed ??= afterNear.test(wordsAfter(context))
  return context.followed || isAnnounced(context)
}

/** On how many sides a phone word stands somewhere near. */
export function callsNear(context: Context): number {
  const called = isCalled(context)
  const before = context.announced || anywhere.test(wordsBefore(context)) ? 1 : 0
  return before + ((called && context.followed) || anywhere.test(wordsAfter(context)) ? 1 : 0)
}

/** How much the words speak for a number to call. */
export function callScore(context: Context): number {
  const owner =
    (region.test(wordsBefore(context)) ? 1 : 0) +
    (organisation.test(wordsBefore(context)) || organisationAfter.test(wordsAfter(context)) ? 1 : 0)
  if (!isCalled(context)) return owner + callsNear(context)
  return owner + (isAnnounced(context) && context.followed ? 3 : 2)
}

/** An account, identifier or the like is announced; `firmly`: one that can have the shape of a mobile. */
export function isNamedOtherwise(context: Context, firmly: boolean): boolean {
  const before = wordsBefore(context)
  if (firmly) return otherNounFirm.test(before)
  if (!isGlued(context)) return otherNoun.test(before)
  const lead = leadOf(context)
  return !gluedCall.test(before) && (otherNoun.test(lead) || (otherNoun.test(before) && !beforeNear.test(lead)))
}

export function hasUnit(context: Context, moneyOnly: boolean): boolean {
  return !isClosed(context) && (moneyOnly ? money : unit).test(wordsAfter(context))
}

/** 95开头, 170号段, 955XX; `complete`: what follows cannot be a part. Between stars a number is in bold type: **95588**. */
export function isPattern(context: Context, complete: boolean): boolean {
  if (isClosed(context)) return false
  const after = wordsAfter(context)
  return pattern.test(after) || (!complete && context.last !== 0x2a && masked.test(after))
}

/** A verb of dialling directly before: 打110. */
export function isDialled(context: Context): boolean {
  return dialled.test(wordsBefore(context))
}
