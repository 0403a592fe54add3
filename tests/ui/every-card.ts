/** The occasions on which a card opens, for the tests and the gallery. */
import type { Language } from '../../src/locales/language.ts'
import type { CardProps } from '../../src/ui/card/mount-card.tsx'
import type { MessageNote } from '../../src/verdict/message-note.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { everyCode, everySender, verdictOf } from './every-verdict.ts'

/** A card with nothing but its verdict. */
export function card(verdict: Verdict, language: Language, over: Partial<CardProps> = {}): CardProps {
  const nothing = (): void => undefined
  return { verdict, language, personalMark: '', onClose: nothing, onMuteNumber: nothing, onMuteSite: nothing, ...over }
}

/** Before a call, in messages of every kind of sender, with a personal mark, opened by keyboard. */
export function occasions(language: Language): CardProps[] {
  const claimed = verdictOf('official-other').claimed
  const numbers = everyCode.map((code) => ({ text: '400-444-0117', code }))
  const messages = everySender.map(
    ([senderKind, sender]): MessageNote => ({ claimed, sender, senderKind, numbers, tips: [] }),
  )
  const unsigned: MessageNote = { claimed: [], numbers: [], tips: [] }
  const signed: MessageNote = { claimed: [], signature: '泰山银行', numbers: numbers.slice(0, 2), tips: [] }
  const dial = { shown: '95500', target: '4001230152' }
  const lookalike = verdictOf('lookalike')
  return [
    card(lookalike, language, { dial, onCallAnyway: () => undefined, byKeyboard: true }),
    card(lookalike, language, {
      dial: { shown: '95500', target: '95500' },
      onCallAnyway: () => undefined,
      personalMark: '青竹🎋',
    }),
    ...[...messages, unsigned, signed].map((message) => card(verdictOf('official-other'), language, { message })),
  ]
}
