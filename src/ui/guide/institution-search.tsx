/** A name in, institution cards out, each with what the page offers for it. */
import type { ComponentChildren, VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import { ContactPath } from '../institution/contact-path.tsx'
import { InstitutionCard } from '../institution/institution-card.tsx'
import { Button } from '../parts/button.tsx'

type Search = { kind: 'none' } | { kind: 'failed' } | { kind: 'found'; query: string; answers: InstitutionAnswer[] }

export interface InstitutionSearchProps {
  language: Language
  now: () => number
  find: (query: string) => Promise<InstitutionAnswer[]>
  say: Say<AppKey>
  /** Stands above each card. */
  offer?: (answer: InstitutionAnswer) => ComponentChildren
}

export function InstitutionSearch({ language, now, find, say, offer }: InstitutionSearchProps): VNode {
  const [query, setQuery] = useState('')
  const [search, setSearch] = useState<Search>({ kind: 'none' })
  const latest = useRef(0)
  /** Only the answer to the newest question shows. */
  async function submit(): Promise<void> {
    const asked = query.trim()
    if (!asked) return
    const turn = ++latest.current
    const next = await find(asked).then(
      (answers): Search => ({ kind: 'found', query: asked, answers }),
      (): Search => ({ kind: 'failed' }),
    )
    if (turn === latest.current) setSearch(next)
  }
  return (
    <>
      <form
        class="inline-field"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <label for="find">{say('find.ask')}</label>
        <input
          id="find"
          type="search"
          value={query}
          autocomplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Button kind="main" submit>
          {say('find.button')}
        </Button>
      </form>
      <div class="found" aria-live="polite">
        {search.kind === 'failed' && <p>{say('popup.failed')}</p>}
        {search.kind === 'found' && search.answers.length === 0 && <NotListed query={search.query} say={say} />}
        {search.kind === 'found' &&
          search.answers.map((answer) => (
            <div class="found-card" key={answer.institution.id}>
              {offer?.(answer)}
              <InstitutionCard answer={answer} language={language} now={now()} say={say} />
            </div>
          ))}
      </div>
    </>
  )
}

/** No number is offered; the route is. */
function NotListed({ query, say }: { query: string; say: Say<AppKey> }): VNode {
  return (
    <div class="found-card">
      <p>
        {say('what.unknown-brand', { raw: query })} {say('why.unknown-brand')}
      </p>
      <h3 class="rows-title">{say('path.title')}</h3>
      <ContactPath institution={undefined} say={say} />
    </div>
  )
}
