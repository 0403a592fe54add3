/** All that our own pages need to say: the card's words, the popup's, the institution card's, the options'. */
import { cardWords } from './card-words.ts'
import { enGuide } from './en/guide.ts'
import { enInstitution } from './en/institution.ts'
import { enOptions } from './en/options.ts'
import { enPopup } from './en/popup.ts'
import type { Language } from './language.ts'
import type { Words } from './text.ts'
import { zhGuide } from './zh-CN/guide.ts'
import { zhInstitution } from './zh-CN/institution.ts'
import { zhOptions } from './zh-CN/options.ts'
import { zhPopup } from './zh-CN/popup.ts'

export type AppKey =
  | keyof (typeof cardWords)['zh-CN']
  | keyof typeof zhPopup
  | keyof typeof zhInstitution
  | keyof typeof zhOptions
  | keyof typeof zhGuide

export const appWords: Record<Language, Words<AppKey>> = {
  'zh-CN': { ...cardWords['zh-CN'], ...zhPopup, ...zhInstitution, ...zhOptions, ...zhGuide },
  en: { ...cardWords.en, ...enPopup, ...enInstitution, ...enOptions, ...enGuide },
}
