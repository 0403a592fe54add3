/** The two interface languages and which of a record's two texts to show. */
import type { LocalText } from '../registry/schema.ts'

export type Language = 'zh-CN' | 'en'

/** A record's text in `language`; Chinese where there is no English. */
export function localText(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh
}

/** Names in a row: `甲、乙` or `A, B`. */
export function nameList(names: readonly LocalText[], language: Language): string {
  return names.map((name) => localText(name, language)).join(language === 'en' ? ', ' : '、')
}
