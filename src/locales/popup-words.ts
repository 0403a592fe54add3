/** All that the popup needs to say: the card's words and its own. */
import { cardWords } from './card-words.ts'
import { enPopup } from './en/popup.ts'
import type { Language } from './language.ts'
import type { Words } from './text.ts'
import { zhPopup } from './zh-CN/popup.ts'

export type PopupKey = keyof (typeof cardWords)['zh-CN'] | keyof typeof zhPopup

export const popupWords: Record<Language, Words<PopupKey>> = {
  'zh-CN': { ...cardWords['zh-CN'], ...zhPopup },
  en: { ...cardWords.en, ...enPopup },
}
