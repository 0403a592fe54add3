/** One plain line for the address bar: the first number in what was typed, with its verdict. */
import { enShell } from '../locales/en/shell.ts'
import { enVerdicts } from '../locales/en/verdicts.ts'
import type { Language } from '../locales/language.ts'
import { sayWith } from '../locales/text.ts'
import { zhShell } from '../locales/zh-CN/shell.ts'
import { zhVerdicts } from '../locales/zh-CN/verdicts.ts'
import type { Verdict } from '../verdict/verdict.ts'

const words = { 'zh-CN': { ...zhShell, ...zhVerdicts }, en: { ...enShell, ...enVerdicts } }

/** `verdicts` are those of the text typed so far; an empty text gives the hint. */
export function describeTyped(typed: string, verdicts: Verdict[], language: Language): string {
  const say = sayWith<keyof typeof zhShell | keyof typeof zhVerdicts>(words[language])
  if (typed.trim() === '') return say('shell.omnibox.hint')
  const number = verdicts.find((verdict) => verdict.canonical !== '')
  if (!number) return say('shell.omnibox.none')
  return say('shell.omnibox.one', { number: number.raw, verdict: say(`chip.${number.code}`) })
}

/** The context menu's title. */
export function menuTitle(language: Language): string {
  return words[language]['shell.menu']
}
