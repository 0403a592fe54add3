/** Recognises a text that is nothing but a time or a delivery status, in Chinese and English. Pure. */

const clock = /^(上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|深夜)?\d{1,2}[:：]\d{2}([:：]\d{2})?(am|pm)?$/i
const date =
  /^((\d{4}|\d{2})[-/.年])?\d{1,2}([-/.]\d{1,2}|月(\d{1,2}日?)?)$|^(\d{1,2}[-/.]){2}\d{2,4}$|^\d{4}-\d\d-\d\dT[\d:.Z+]+$|^\d{1,2}日$/
const dayName =
  /^(今天|昨天|前天|刚刚|周[一二三四五六日天]|星期[一二三四五六日天]|today|yesterday|now|just|(mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(day)?)$/i
const ago = /^\d{1,3}(秒|分钟|小时|天|周)前$|^\d{1,3}(s|m|min|mins|h|hr|hrs|d|w)$/i
const filler =
  /^(am|pm|a\.m\.|p\.m\.|上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|深夜|ago|at|on|\d{1,2}(st|nd|rd|th)?|\d{4}年?|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)$/i

/** At most this long, a text may be a time. */
const timeUnits = 40

export function isTimeText(text: string): boolean {
  if (text.length > timeUnits) return false
  const joined = text.replace(/(\d) (?=(s|min|mins|h|hr|hrs|hours?|days?)\b)/i, '$1')
  const tokens = joined.split(/[\s,，·•|()（）]+/).filter((token) => token !== '')
  const strong = (token: string) => [clock, date, dayName, ago].some((form) => form.test(token))
  return tokens.some(strong) && tokens.every((token) => strong(token) || filler.test(token))
}

const sentStatus =
  /^(发送|发出|发件|已发|已发出|已发送|已送达|送达|已读|对方已读|发送中|发送失败|发送成功|delivered|sent|outgoing|outbox|seen|read|sending|failed|not delivered|[✓✔☑√\s]+)[.…!！]*$/iu
const otherStatus =
  /^(未读|已接收|已收到|接收|收到|收件|incoming|inbox|received|new|unread|sms|mms|rcs|imessage|短信|彩信|sim ?[12]|卡 ?[12]|(来自|发件人|发送人|发送方|号码|内容|短信内容|时间|接收时间|收到时间|from|sender|message|content|time|date|received)[:：])$/iu

/** `sent`: only one's own messages carry it. */
export function statusOf(text: string): 'sent' | 'other' | undefined {
  if (text.length > 16 || text === '') return undefined
  if (sentStatus.test(text)) return 'sent'
  return otherStatus.test(text) ? 'other' : undefined
}

const selfName = /^(我|您|本人|自己|me|you|myself)[:：]?$/i

/** The label that a view gives to the person who reads it. */
export function isSelfName(text: string): boolean {
  return selfName.test(text)
}
