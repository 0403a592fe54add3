/** The signature of a text message: 【…】 or ［…］ at its start or end. Pure. */

const bracketed = '【([^【】\\n]{1,24})】|［([^［］\\n]{1,24})］'
const atStart = new RegExp(`^\\s*(?:${bracketed})`, 'u')
const atEnd = new RegExp(`(?:${bracketed})\\s*$`, 'u')

/** Words that are shouted in brackets but sign nothing. */
const shouted = /^(重要|重要提醒|重要通知|提醒|通知|点击|点击.*|紧急|公告|温馨提示|活动|限时.*)$/u

/** The words between the brackets, at the start first; undefined when the message is not signed. */
export function signatureOf(text: string): string | undefined {
  for (const place of [atStart, atEnd]) {
    const match = place.exec(text)
    const words = (match?.[1] ?? match?.[2])?.trim()
    if (words && !shouted.test(words)) return words
  }
  return undefined
}

export function isSigned(text: string): boolean {
  return signatureOf(text) !== undefined
}

const lending = /银行|贷|借|金融|额度|还款|逾期|征信|花呗|白条/

/** A first look for choosing which messages stand as context; whether they are one is the judge's to say. */
export function speaksOfLending(text: string): boolean {
  return lending.test(text)
}
