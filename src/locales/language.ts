/** The two interface languages and which of a record's two texts to show. */
import type { LocalText } from '../registry/schema.ts'

export type Language = 'zh-CN' | 'en'

/** A record's text in `language`; Chinese where there is no English. */
export function localText(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh
}

/** Legal forms at the end of a Chinese name: the register's business, not a borrower's. */
const legalForm = /(?:股份有限公司|有限责任公司|有限公司)$/

/** An institution's name as people say it: `招商银行`. The institution card also shows the legal name. */
export function everydayName(name: LocalText, language: Language): string {
  return localText(name, language).replace(legalForm, '')
}

/** Institutions in a row: `甲、乙` or `A, B`. */
export function nameList(names: readonly LocalText[], language: Language): string {
  return names.map((name) => everydayName(name, language)).join(language === 'en' ? ', ' : '、')
}
