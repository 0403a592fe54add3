/** All that the card needs to say: small, because it goes into the content script. */
import { enCard } from './en/card.ts'
import { enVerdicts } from './en/verdicts.ts'
import type { Language } from './language.ts'
import type { Words } from './text.ts'
import { zhCard } from './zh-CN/card.ts'
import { zhVerdicts } from './zh-CN/verdicts.ts'

export type CardKey = keyof typeof zhVerdicts | keyof typeof zhCard

export const cardWords: Record<Language, Words<CardKey>> = {
  'zh-CN': { ...zhVerdicts, ...zhCard },
  en: { ...enVerdicts, ...enCard },
}
