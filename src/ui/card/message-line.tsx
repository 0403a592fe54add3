/** The line above the verdict when the number stands in a text message: its claim, its sender, its numbers. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { MessageNote } from '../../verdict/message-note.ts'
import { Chip } from '../parts/chip.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { Words } from '../parts/words.tsx'

/** More numbers than this are only counted. */
const shown = 3

export function MessageLine({
  message,
  language,
  say,
}: {
  message: MessageNote
  language: Language
  say: Say<CardKey>
}): VNode {
  const { sender, senderKind, numbers } = message
  return (
    <div class="message-line small">
      <p>
        <Words language={language}>{claim(message, language, say)}</Words>
      </p>
      {sender !== undefined && (
        <p>
          {say('message.from')} <NumberText>{sender}</NumberText>
          {senderKind && ` · ${say(`message.kind.${senderKind}`)}`}
        </p>
      )}
      <p>{say('message.numbers', { count: String(numbers.length) })}</p>
      <ul class="message-numbers">
        {numbers.slice(0, shown).map(({ text, code }, at) => (
          <li key={at}>
            <NumberText>{text}</NumberText> <Chip code={code} say={say} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function claim({ claimed, signature }: MessageNote, language: Language, say: Say<CardKey>): string {
  const names = claimed.map(({ name }) => localText(name, language)).join(language === 'en' ? ', ' : '、')
  if (names !== '') return say('message.claims', { names })
  return signature === undefined ? say('message.nobody') : say('message.signed', { signature })
}
