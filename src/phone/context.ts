/** Reads the words in front of a candidate and behind it. */
import {
  AMOUNT,
  CALL,
  CALL_AFTER,
  CALL_NEAR,
  MONEY,
  ORGANISATION,
  OTHER_NOUN,
  OTHER_NOUN_FIRM,
  REGION,
  UNIT,
} from './words.ts'

/** Signs and small words between a word and the number it announces. */
const LINK = '(?:\\s(?:is|at|on|to))?[\\s:：是为為给了过上,，“”"\'‘’「『（(【\\[<＞>*、.。…~～\\-—=❤️]{0,8}'

/** 联系王经理138…, 咨询李老师…: a name between the word and the number. */
const NAME = '(?:联系|致电|拨打|电话|咨询|详询|热线)[一-龥]{1,4}'

const beforeNear = new RegExp(`(?:${CALL}|${CALL_NEAR}|${NAME})${LINK}$`)
/** 发送#JF到95555: the number a text message goes to. */
const messaged = /(?:发|送|短信|编辑|回复|text|send)[^。！？]{0,20}(?:[到至给]|to)\s?$/
/** tel02987926014, T95152, 电95588. */
const gluedCall = /(?:^|[^a-z])(?:tel|t|phone|ph|call|hotline|fax)$/
const anywhere = new RegExp(CALL)
const afterNear = new RegExp(`^[\\s,，、”"'’」』）)】\\]*]{0,3}(?:${CALL_AFTER})`)
const otherNoun = new RegExp(
  `(?:^|[^a-z])(?:${OTHER_NOUN}|${OTHER_NOUN_FIRM})[\\s:：是为号码加到了“"（(*]{0,4}$|[#＃@=×*\\\\/+^￥¥$€£]\\s?$|[（(]$(?<=[a-z][（(])`,
  'i',
)
const otherNounFirm = new RegExp(`(?:^|[^a-z])(?:${OTHER_NOUN_FIRM})[\\s:：是为号码]{0,3}$`)
const amount = new RegExp(`(?:${AMOUNT})\\s?$`)
const unit = new RegExp(`^\\s?(?:${UNIT})`)
const money = new RegExp(`^\\s?(?:\\.\\d+)?\\s?(?:${MONEY})`)
const region = new RegExp(`(?:${REGION})\\s?$`)
const organisation = new RegExp(`(?:${ORGANISATION})[^\\d]{0,4}$`)
/** 95开头, 170号段, 955XX: a pattern, no number. */
const pattern = /^\s?(?:开头|打头|号段|字头|[xX×＊*]{1,4}|[-－](?:[xX×＊*]{2,}))/
const dialled = /(?:拨打|拨|打|报警|急救|火警|致电|电话|呼叫)[\s:：“"（(]{0,2}$/

export interface Context {
  before: string
  after: string
  /** A phone word leads up to the number. */
  announced: boolean
  /** A phone word follows at once. */
  followed: boolean
  /** On how many sides a phone word stands somewhere near. */
  near: number
  /** An account, identifier or the like is announced; `firmly`: one that can have the shape of a mobile. */
  otherwise: boolean
  firmly: boolean
  amount: boolean
  unit: boolean
  money: boolean
  region: boolean
  organisation: boolean
  pattern: boolean
  /** A verb of dialling directly before: 打110. */
  dialled: boolean
}

const BEFORE = 26
const AFTER = 18

/** Reads at most 26 units in front of `start` and 18 behind `end`. */
export function readContext(text: string, start: number, end: number): Context {
  const before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase()
  const after = text.slice(end, end + AFTER).toLowerCase()
  const glued = /[a-z]{1,3}$/.exec(before)?.[0] ?? ''
  const calls = gluedCall.test(before)
  const lead = glued === '' ? before : before.slice(0, -glued.length)
  const announced = calls || beforeNear.test(lead) || messaged.test(before)
  const followed = afterNear.test(after)
  return {
    before,
    after,
    announced,
    followed,
    near: (announced || anywhere.test(before) ? 1 : 0) + (followed || anywhere.test(after) ? 1 : 0),
    otherwise: !calls && otherNoun.test(before) && !(glued !== '' && beforeNear.test(lead)),
    firmly: otherNounFirm.test(before),
    amount: amount.test(before),
    unit: unit.test(after),
    money: money.test(after),
    region: region.test(before),
    organisation: organisation.test(before),
    pattern: pattern.test(after),
    dialled: dialled.test(before),
  }
}
