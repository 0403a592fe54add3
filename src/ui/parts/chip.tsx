/** A verdict in a word or two, with its shape. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import type { Say } from '../../locales/text.ts'
import type { VerdictCode } from '../../verdict/verdict.ts'
import { VerdictIcon } from './verdict-icon.tsx'

export function Chip({ code, say }: { code: VerdictCode; say: Say<CardKey> }): VNode {
  return (
    <span class="chip" data-code={code}>
      <VerdictIcon code={code} />
      {say(`chip.${code}`)}
    </span>
  )
}
